<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use stdClass;

/** What of somebody's answers the questions offer: options, never words. */
final class Offered {
	/**
	 * @param array<mixed> $questions of the questionnaire
	 * @return stdClass by question: one option, or a list of them
	 */
	public static function of(array $questions, stdClass $answers): stdClass {
		$offered = new stdClass();
		foreach ($questions as $question) {
			$chosen = $question instanceof stdClass ? self::chosen($question, $answers) : [];
			if ($chosen !== []) {
				$offered->{$question->id} = self::isMultiple($question) ? $chosen : $chosen[0];
			}
		}
		return $offered;
	}

	/** @return list<string> in the order of the question; none for a list where one is asked for, or the other way round */
	public static function chosen(stdClass $question, stdClass $answers): array {
		$answer = is_string($question->id ?? null) ? $answers->{$question->id} ?? null : null;
		if ($answer === null || is_array($answer) !== self::isMultiple($question)) {
			return [];
		}
		$options = array_column(is_array($question->options ?? null) ? $question->options : [], 'id');
		return array_values(array_intersect($options, (array)$answer));
	}

	private static function isMultiple(stdClass $question): bool {
		return ($question->type ?? null) === 'multi';
	}
}
