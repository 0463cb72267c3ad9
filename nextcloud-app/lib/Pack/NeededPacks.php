<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Pack;

use JsonException;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Document\JsonText;

/** What diagnoses are read with: the questionnaire that each began with, and the catalogue that it was closed with. */
final class NeededPacks {
	public function __construct(
		private DocumentMapper $documents,
	) {
	}

	/** @return list<string> `name-version` of each pack, once */
	public function list(): array {
		$found = [];
		foreach ($this->documents->contentsOf('diagnosis') as $text) {
			try {
				$diagnosis = JsonText::decode($text);
			} catch (JsonException) {
				continue;
			}
			foreach (['questionnaire' => $diagnosis->questionnaire ?? null, 'solutions' => $diagnosis->catalogue ?? null] as $name => $pack) {
				$version = is_object($pack) ? $pack->version ?? null : null;
				if (is_string($version)) {
					$found["$name-$version"] = true;
				}
			}
		}
		return array_map('strval', array_keys($found));
	}
}
