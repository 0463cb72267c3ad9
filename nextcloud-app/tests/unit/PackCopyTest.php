<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Pack\PackCopy;
use PHPUnit\Framework\TestCase;

final class PackCopyTest extends TestCase {
	private const LINE = ['name' => 'directory', 'version' => '3-ab', 'checksum' => 'sha256-9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0', 'createdAt' => '2026-11-21T00:00:00.000Z'];

	public function testReadsALineOfTheList(): void {
		$copy = PackCopy::read((object)self::LINE);
		self::assertTrue($copy?->matches('aaa'));
		self::assertFalse($copy->matches('aab'));
		self::assertSame('bundled', $copy->show()['source']);
		self::assertSame(['connector', '2026-11-21T10:00:00.000Z'], [$copy->at(1_795_255_200)->show()['source'], $copy->at(1_795_255_200)->show()['copiedAt']]);
	}

	/** @return array<string, array{mixed}> */
	public function strange(): array {
		return [
			'nothing' => [null],
			'a text' => ['directory'],
			'another name' => [['name' => 'passwords'] + self::LINE],
			'a way out of the folder' => [['version' => '../../config/config.php'] + self::LINE],
			'a version with a line break' => [['version' => "1\n"] + self::LINE],
			'no checksum' => [['checksum' => ''] + self::LINE],
			'a checksum of another kind' => [['checksum' => 'md5-abc'] + self::LINE],
		];
	}

	/** @dataProvider strange */
	public function testLeavesOutWhatIsNone(mixed $line): void {
		self::assertNull(PackCopy::read($line));
	}

	public function testAnInstantIsShownInUtcWithItsMilliseconds(): void {
		self::assertSame('1970-01-01T00:00:01.007Z', Clock::show(1007));
	}
}
