<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Workshop;

use JsonException;
use OCA\EmancipAsso\Db\Workshop;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Pack\PackStore;
use stdClass;

/** What a workshop asks, from its version of the questionnaire. */
final class Questions {
	public function __construct(
		private PackStore $packs,
	) {
	}

	/** @return stdClass|null `{questions, shortForm: {questions}, dimensions}`; null when the version is not here */
	public function of(Workshop $workshop): ?stdClass {
		$version = $workshop->getQuestionnaire();
		$bytes = preg_match('/^[A-Za-z0-9.-]{1,60}$/D', $version) === 1 ? $this->packs->bytes('questionnaire', $version) : null;
		try {
			$pack = $bytes === null ? null : JsonText::decode($bytes);
		} catch (JsonException) {
			return null;
		}
		return $pack === null ? null : (object)[
			'questions' => $pack->questions ?? [],
			'shortForm' => (object)['questions' => $pack->shortForm->questions ?? []],
			'dimensions' => $pack->dimensions ?? [],
		];
	}
}
