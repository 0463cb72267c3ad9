<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use stdClass;

/**
 * How often each option was chosen. Only options that a question offers are counted, so that no free text ever comes
 * out, and nothing at all where so few answered that one could tell who.
 */
final class Tally {
	public const FEWEST = 3;

	/**
	 * @param array<mixed> $questions of the questionnaire
	 * @param list<stdClass> $responses answers of each person, by question
	 * @return stdClass|null by question: `{answered, values}`, where the values say how often each option was chosen
	 */
	public static function of(array $questions, array $responses): ?stdClass {
		if (count($responses) < self::FEWEST) {
			return null;
		}
		$tallies = new stdClass();
		foreach ($questions as $question) {
			$tally = $question instanceof stdClass && is_string($question->id ?? null) ? self::ofQuestion($question, $responses) : null;
			if ($tally !== null) {
				$tallies->{$question->id} = $tally;
			}
		}
		return $tallies;
	}

	/**
	 * @param list<stdClass> $responses
	 * @return array{answered: int, values: stdClass}|null
	 */
	private static function ofQuestion(stdClass $question, array $responses): ?array {
		$answered = 0;
		$values = new stdClass();
		foreach ($responses as $answers) {
			$chosen = Offered::chosen($question, $answers);
			foreach ($chosen as $option) {
				$values->{$option} = ($values->{$option} ?? 0) + 1;
			}
			$answered += $chosen === [] ? 0 : 1;
		}
		return $answered < self::FEWEST ? null : ['answered' => $answered, 'values' => $values];
	}
}
