<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use JsonException;
use stdClass;

/** JSON text as it is kept: maps stay maps, so that an empty one does not come back as a list. */
final class JsonText {
	private const DEPTH = 100;
	private const LONE_SURROGATE = '/(?<!\\\\)(?:\\\\\\\\)*\K(?:\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2})/';

	/** @throws JsonException when it is not the text of a map */
	public static function decode(string $text): stdClass {
		try {
			$value = json_decode($text, false, self::DEPTH, JSON_THROW_ON_ERROR);
		} catch (JsonException $exception) {
			// Half an emoji, left by a field that cut a text at its limit, must not stop every later save.
			if ($exception->getCode() !== JSON_ERROR_UTF16) {
				throw $exception;
			}
			$value = json_decode((string)preg_replace(self::LONE_SURROGATE, '\\ufffd', $text), false, self::DEPTH, JSON_THROW_ON_ERROR);
		}
		return $value instanceof stdClass ? $value : throw new JsonException('not a map');
	}

	/** @throws JsonException for what JSON cannot say, such as an infinite number */
	public static function encode(stdClass $value): string {
		return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS, self::DEPTH + 1);
	}

	/** Whether two values say the same, whatever the order of their keys and the blanks around their texts. */
	public static function sameAs(mixed $one, mixed $other): bool {
		if ($one instanceof stdClass && $other instanceof stdClass) {
			[$one, $other] = [get_object_vars($one), get_object_vars($other)];
		} elseif (!is_array($one) || !is_array($other)) {
			return is_string($one) && is_string($other) ? trim($one) === trim($other) : $one === $other;
		}
		if (count($one) !== count($other)) {
			return false;
		}
		foreach ($one as $key => $value) {
			if (!array_key_exists($key, $other) || !self::sameAs($value, $other[$key])) {
				return false;
			}
		}
		return true;
	}
}
