<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

use JsonException;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Pack\PackStore;
use stdClass;

/** What the tools of an inventory are called: a line holds an id of the catalogue, or the members' own words. */
final class ToolNames {
	/** @var array<string, mixed>|null by id: a text, or one for each language */
	private ?array $names = null;

	public function __construct(
		private PackStore $packs,
	) {
	}

	/** @param string $language code such as fr */
	public function of(string $tool, string $language): string {
		$name = ($this->names ??= $this->read())[$tool] ?? $tool;
		if ($name instanceof stdClass) {
			$name = $name->{substr($language, 0, 2)} ?? $name->en ?? $tool;
		}
		return is_string($name) ? $name : $tool;
	}

	/** @return array<string, mixed> */
	private function read(): array {
		$copy = $this->packs->newest()['solutions'] ?? null;
		$bytes = $copy === null ? null : $this->packs->bytes($copy->name, $copy->version);
		try {
			$pack = JsonText::decode($bytes ?? '{}');
		} catch (JsonException) {
			return [];
		}
		$names = [];
		foreach ([$pack->solutions ?? [], $pack->tools ?? []] as $entries) {
			foreach (is_array($entries) ? $entries : [] as $entry) {
				if ($entry instanceof stdClass && is_string($entry->id ?? null)) {
					$names[$entry->id] = $entry->name ?? $entry->id;
				}
			}
		}
		return $names;
	}
}
