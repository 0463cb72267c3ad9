<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCP\IL10N;
use stdClass;

/** What one person sent: answers by question, each one text or a list of options, and perhaps a name. */
final class ResponseInput {
	/** Bytes of JSON text. */
	private const LIMIT = 100_000;
	private const ANSWERS = 300;
	private const TEXT = 2000;
	private const ID = 60;
	private const OPTIONS = 40;
	private const NAME = 80;

	private function __construct(
		/** By question. */
		public readonly stdClass $answers,
		public readonly ?string $name,
	) {
	}

	/** @throws Problem invalid-input, too-large */
	public static function read(IL10N $l, stdClass $body): self {
		$fields = new Fields($l, $body);
		$answers = $fields->map('answers');
		$each = new Fields($l, $answers);
		$questions = array_map(strval(...), array_keys(get_object_vars($answers)));
		if (count($questions) > self::ANSWERS) {
			throw $fields->invalid('answers');
		}
		foreach ($questions as $question) {
			if (!self::isId($question)) {
				throw $fields->invalid('answers');
			}
			is_array($answers->{$question}) ? self::checkOptions($each, $question) : $each->text($question, self::TEXT);
		}
		$name = $fields->has('name') ? $fields->trimmed('name', self::NAME) : '';
		if (strlen(JsonText::encode($answers)) > self::LIMIT) {
			throw new Problem('too-large', $l->t('These answers are too long.'));
		}
		return new self($answers, $name === '' ? null : $name);
	}

	private static function checkOptions(Fields $answers, string $question): void {
		$options = $answers->texts($question);
		if (count($options) > self::OPTIONS || array_filter($options, self::isId(...)) !== $options) {
			throw $answers->invalid($question);
		}
	}

	private static function isId(string $text): bool {
		return $text !== '' && mb_strlen($text) <= self::ID && !str_contains($text, "\0");
	}
}
