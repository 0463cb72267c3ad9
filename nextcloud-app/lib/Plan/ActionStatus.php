<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

/** What the server must know of an action's status: whether somebody still waits for it. */
final class ActionStatus {
	/** As in shared/src/plan/progress.ts: done, or decided for good. */
	public const SETTLED = ['done', 'coexisting', 'watching', 'kept', 'rolled-back'];

	public static function isSettled(?string $status): bool {
		return in_array($status, self::SETTLED, true);
	}
}
