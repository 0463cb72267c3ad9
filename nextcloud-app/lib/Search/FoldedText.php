<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Search;

use Normalizer;

/** Text as it is compared in a search: without accents, in small letters. */
final class FoldedText {
	public static function of(string $text): string {
		$apart = Normalizer::normalize($text, Normalizer::FORM_KD);
		return mb_strtolower((string)preg_replace(['/\p{Mn}+/u', '/[’ʼ]/u'], ['', "'"], $apart === false ? $text : $apart));
	}

	/** @return list<string> the words of a search, folded; empty when nothing is looked for */
	public static function words(string $term): array {
		$words = preg_split('/\s+/u', self::of($term), -1, PREG_SPLIT_NO_EMPTY);
		return $words === false ? [] : $words;
	}

	/**
	 * @param list<string> $words folded; each must occur
	 */
	public static function holds(string $text, array $words): bool {
		$folded = self::of($text);
		foreach ($words as $word) {
			if (!str_contains($folded, $word)) {
				return false;
			}
		}
		return true;
	}
}
