<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Plan\Deadline;
use PHPUnit\Framework\TestCase;

final class DeadlineTest extends TestCase {
	/** @return array<string, array{string, string|null}> */
	public function days(): array {
		return [
			'far ahead' => ['2027-03-09', null],
			'a week ahead' => ['2027-03-08', Deadline::SOON],
			'the day itself' => ['2027-03-01', Deadline::SOON],
			'the day after' => ['2027-02-28', Deadline::OVER],
			'last year' => ['2026-12-31', Deadline::OVER],
		];
	}

	/** @dataProvider days */
	public function testAnOwnerHearsOfADueDayAWeekBeforeAndOnceItIsOver(string $dueDate, ?string $stage): void {
		self::assertSame($stage, Deadline::stage($dueDate, '2027-03-01'));
	}

	public function testAWeekEndsInTheNextYear(): void {
		self::assertSame('2028-01-04', Deadline::horizon('2027-12-28'));
	}
}
