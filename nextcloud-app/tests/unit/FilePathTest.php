<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\File\FilePath;
use PHPUnit\Framework\TestCase;

final class FilePathTest extends TestCase {
	public function testAPathIsItsNames(): void {
		self::assertSame(['Association', 'Conseil d’été'], FilePath::names('/Association//Conseil d’été/'));
		self::assertSame(['0'], FilePath::names('/0'));
		self::assertSame([], FilePath::names('/'));
	}

	/** @return array<string, array{string}> */
	public function escapes(): array {
		return [
			'the folder above' => ['/Association/..'],
			'the same folder' => ['/./Association'],
			'a backslash' => ['/Association\\..'],
			'an end of text' => ["/Association\0"],
			'a new line' => ["/Association\n"],
			'a blank name' => ['/Association/ /Conseil'],
			'a name that no disk takes' => ['/' . str_repeat('é', 126)],
		];
	}

	/** @dataProvider escapes */
	public function testNoPathLeadsElsewhere(string $path): void {
		self::assertNull(FilePath::names($path));
	}
}
