<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

use DateTimeImmutable;

/** When the owner of an action hears of its due day: once before, and once when it is over. */
final class Deadline {
	/** Days before the due day. */
	private const AHEAD = 7;
	public const SOON = 'due-soon';
	public const OVER = 'overdue';

	/**
	 * @param string $dueDate ISO day
	 * @param string $today ISO day
	 * @return self::SOON|self::OVER|null
	 */
	public static function stage(string $dueDate, string $today): ?string {
		if ($dueDate < $today) {
			return self::OVER;
		}
		return $dueDate <= self::horizon($today) ? self::SOON : null;
	}

	/**
	 * @param string $today ISO day
	 * @return string the last day that is soon
	 */
	public static function horizon(string $today): string {
		return (new DateTimeImmutable($today))->modify('+' . self::AHEAD . ' days')->format('Y-m-d');
	}
}
