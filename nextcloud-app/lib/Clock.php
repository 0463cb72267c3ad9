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

	/** @return int|null null for what is no instant of ISO 8601 in UTC */
	public static function read(string $text): ?int {
		if (preg_match('/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?Z$/D', $text, $found) !== 1) {
			return null;
		}
		[, $year, $month, $day, $hour, $minute] = array_map(intval(...), $found);
		if (!checkdate($month, $day, max(1, $year))) {
			return null;
		}
		$seconds = gmmktime($hour, $minute, (int)($found[6] ?? 0), $month, $day, $year);
		return $seconds === false ? null : $seconds * 1000 + (int)substr(str_pad($found[7] ?? '', 3, '0'), 0, 3);
	}

	public static function show(int $instant): string {
		return gmdate('Y-m-d\TH:i:s', intdiv($instant, 1000)) . sprintf('.%03dZ', $instant % 1000);
	}
}
