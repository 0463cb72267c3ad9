<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Clock;
use PHPUnit\Framework\TestCase;

final class ClockTest extends TestCase {
	/** @return array<string, array{string, string}> */
	public function instants(): array {
		return [
			'with milliseconds' => ['2026-11-28T09:30:05.042Z', '2026-11-28T09:30:05.042Z'],
			'with tenths' => ['2026-11-28T09:30:05.5Z', '2026-11-28T09:30:05.500Z'],
			'with microseconds' => ['2026-11-28T09:30:05.042999Z', '2026-11-28T09:30:05.042Z'],
			'without a fraction' => ['2028-02-29T23:59:59Z', '2028-02-29T23:59:59.000Z'],
			'without seconds' => ['2026-11-28T09:30Z', '2026-11-28T09:30:00.000Z'],
		];
	}

	/** @dataProvider instants */
	public function testAnInstantIsReadAsItWasShown(string $text, string $shown): void {
		self::assertSame($shown, Clock::show(Clock::read($text) ?? 0));
	}

	/** @return array<string, array{string}> */
	public function faults(): array {
		return [
			'a word' => ['hier'],
			'a day that does not exist' => ['2026-02-30T10:00:00Z'],
			'an hour that does not exist' => ['2026-02-20T24:00:00Z'],
			'no time zone' => ['2026-02-20T10:00:00'],
			'a line too many' => ["2026-02-20T10:00:00Z\n"],
		];
	}

	/** @dataProvider faults */
	public function testWhatIsNoInstantIsNotRead(string $text): void {
		self::assertNull(Clock::read($text));
	}
}
