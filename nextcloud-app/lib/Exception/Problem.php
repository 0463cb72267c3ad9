<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Exception;

/**
 * Something that a person did or met and that the API names. The ids and statuses are those of the API's contract;
 * the message is a sentence in the reader's language.
 */
final class Problem extends \RuntimeException {
	private const STATUSES = [
		'invalid-input' => 400,
		'forbidden' => 403,
		'not-found' => 404,
		'conflict' => 409,
		'still-published' => 409,
		'not-approved' => 409,
		'not-configured' => 409,
		'moved' => 409,
		'left-behind' => 409,
		'stale' => 412,
		'too-large' => 413,
		'connector-refused' => 422,
		'connector-unreachable' => 502,
	];

	/** @param key-of<self::STATUSES> $id */
	public function __construct(
		public readonly string $id,
		string $sentence,
		public readonly ?string $field = null,
	) {
		parent::__construct($sentence);
	}

	/** @return value-of<self::STATUSES> */
	public function status(): int {
		return self::STATUSES[$this->id];
	}
}
