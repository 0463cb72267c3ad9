<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\File;

/** Names of files and folders, none of which leads elsewhere. */
final class FilePath {
	/** Bytes of a name that every storage takes. */
	private const LONGEST = 250;

	/** @return list<string>|null the names along a path from the root; null when one of them is none */
	public static function names(string $path): ?array {
		$names = array_values(array_filter(explode('/', $path), static fn (string $name): bool => $name !== ''));
		return array_filter($names, self::isName(...)) === $names ? $names : null;
	}

	public static function isName(string $name): bool {
		return trim($name) !== '' && $name !== '.' && $name !== '..' && strlen($name) <= self::LONGEST && preg_match('#[/\\\\\x00-\x1f]#', $name) === 0;
	}
}
