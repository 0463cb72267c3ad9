<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;

/** A person who acts in the name of an organisation that they belong to. */
final class Membership {
	public function __construct(
		public readonly Organisation $organisation,
		public readonly Role $role,
		public readonly string $uid,
	) {
	}
}
