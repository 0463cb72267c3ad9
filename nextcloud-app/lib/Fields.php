<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso;

use OCA\EmancipAsso\Exception\Problem;
use OCP\IL10N;
use stdClass;

/** Reads the fields of what was sent, and says in words which one is not valid. */
final class Fields {
	public function __construct(
		private IL10N $l,
		private stdClass $body,
	) {
	}

	public function has(string $field): bool {
		return property_exists($this->body, $field);
	}

	/** @throws Problem invalid-input when one of them was not sent */
	public function demand(string ...$fields): void {
		foreach ($fields as $field) {
			$this->has($field) || throw $this->invalid($field);
		}
	}

	public function isNull(string $field): bool {
		return ($this->body->{$field} ?? null) === null;
	}

	/** @throws Problem invalid-input */
	public function text(string $field, int $max, int $min = 0): string {
		$value = $this->body->{$field} ?? null;
		if (!is_string($value) || self::length($value) > $max || self::length($value) < $min || str_contains($value, "\0")) {
			throw $this->invalid($field);
		}
		return $value;
	}

	/** @throws Problem invalid-input */
	public function trimmed(string $field, int $max, int $min = 0): string {
		if (is_string($this->body->{$field} ?? null)) {
			$this->body->{$field} = trim($this->body->{$field});
		}
		return $this->text($field, $max, $min);
	}

	/** @throws Problem invalid-input */
	public function optionalText(string $field, int $max): ?string {
		return $this->isNull($field) ? null : $this->text($field, $max);
	}

	/**
	 * @template Choice of string
	 * @param list<Choice> $choices
	 * @return Choice
	 * @throws Problem invalid-input
	 */
	public function oneOf(string $field, array $choices): string {
		$value = $this->body->{$field} ?? null;
		return is_string($value) && in_array($value, $choices, true) ? $value : throw $this->invalid($field);
	}

	/** @throws Problem invalid-input */
	public function uuid(string $field): string {
		$value = $this->text($field, 36);
		return self::isUuid($value) ? strtolower($value) : throw $this->invalid($field);
	}

	/** @throws Problem invalid-input */
	public function date(string $field): ?string {
		$value = $this->optionalText($field, 10);
		if ($value === null) {
			return null;
		}
		$parts = preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $value, $found) === 1 ? array_map(intval(...), $found) : [0, 0, 0, 0];
		return checkdate($parts[2], $parts[3], max(1, $parts[1])) ? $value : throw $this->invalid($field);
	}

	/** @throws Problem invalid-input */
	public function flag(string $field): bool {
		$value = $this->body->{$field} ?? null;
		return is_bool($value) ? $value : throw $this->invalid($field);
	}

	/** @throws Problem invalid-input */
	public function positiveNumber(string $field): int {
		$value = $this->body->{$field} ?? null;
		return is_int($value) && $value > 0 ? $value : throw $this->invalid($field);
	}

	/** @throws Problem invalid-input */
	public function optionalPositiveNumber(string $field): ?int {
		return $this->isNull($field) ? null : $this->positiveNumber($field);
	}

	/**
	 * @return string what was sent in base64
	 * @throws Problem invalid-input
	 */
	public function bytes(string $field): string {
		$value = $this->body->{$field} ?? null;
		$bytes = is_string($value) ? base64_decode($value, true) : false;
		return $bytes === false ? throw $this->invalid($field) : $bytes;
	}

	/** @throws Problem invalid-input */
	public function map(string $field): stdClass {
		$value = $this->body->{$field} ?? null;
		return $value instanceof stdClass ? $value : throw $this->invalid($field);
	}

	/**
	 * @return list<string>
	 * @throws Problem invalid-input
	 */
	public function texts(string $field): array {
		$value = $this->body->{$field} ?? null;
		if (!is_array($value) || array_filter($value, is_string(...)) !== $value) {
			throw $this->invalid($field);
		}
		return array_values($value);
	}

	public function invalid(string $field): Problem {
		return new Problem('invalid-input', $this->l->t('The field “%s” is missing or not valid. Correct it and try again.', [$field]), $field);
	}

	public static function isUuid(string $value): bool {
		return preg_match('/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iD', $value) === 1;
	}

	/** In UTF-16 code units, as browsers count. */
	private static function length(string $value): int {
		return intdiv(strlen(mb_convert_encoding($value, 'UTF-16LE', 'UTF-8')), 2);
	}
}
