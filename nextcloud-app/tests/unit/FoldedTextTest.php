<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Tests;

use OCA\EmancipAsso\Search\FoldedText;
use PHPUnit\Framework\TestCase;

final class FoldedTextTest extends TestCase {
	/** @return array<string, array{string, string, bool}> */
	public function searches(): array {
		return [
			'capitals and accents do not count' => ['CAFÉ', 'Un cafe associatif', true],
			'accents in the title do not count' => ['ecole', 'L’École d’été', true],
			'a straight apostrophe finds a curly one' => ['l\'agenda', 'Ouvrir l’agenda', true],
			'all words must occur, in any order' => ['agenda ouvrir', 'Ouvrir l’agenda', true],
			'one word is missing' => ['agenda fermer', 'Ouvrir l’agenda', false],
			'a part of a word' => ['table', 'Quitter le tableur', true],
			'signs of patterns are letters' => ['.*%_', 'Ouvrir l’agenda', false],
		];
	}

	/** @dataProvider searches */
	public function testASearchComparesLikeAPerson(string $term, string $title, bool $isFound): void {
		self::assertSame($isFound, FoldedText::holds($title, FoldedText::words($term)));
	}

	public function testBlanksAreNoSearch(): void {
		self::assertSame([], FoldedText::words(" \t\u{a0}"));
	}
}
