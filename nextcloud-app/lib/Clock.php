<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso;

use OCP\AppFramework\Utility\ITimeFactory;

/** Instants as the app keeps them (milliseconds since 1970) and as its API shows them (ISO 8601, UTC). */
final class Clock {
	public function __construct(
		private ITimeFactory $time,
	) {
	}

	public function now(): int {
		return (int)$this->time->now()->format('Uv');
	}

	public static function show(int $instant): string {
		return gmdate('Y-m-d\TH:i:s', intdiv($instant, 1000)) . sprintf('.%03dZ', $instant % 1000);
	}
}
