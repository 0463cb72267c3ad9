<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Search;

use JsonException;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Plan\AppAddress;
use OCA\EmancipAsso\Plan\ToolNames;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IL10N;
use OCP\Search\SearchResultEntry;
use stdClass;

/** Finds what an organisation keeps by its title. Databases differ in what accents and capitals mean to them, so PHP compares. */
final class Finder {
	public function __construct(
		private DocumentMapper $documents,
		private ToolNames $tools,
		private AppAddress $address,
		private IL10N $l,
	) {
	}

	/**
	 * @param list<string> $words folded
	 * @return list<SearchResultEntry> what was changed last comes first, tools after documents
	 */
	public function find(Organisation $organisation, array $words): array {
		$found = [];
		$tools = [];
		foreach ($this->documents->findSummaries($organisation->getId(), null) as $document) {
			$kind = $document->getKind();
			$title = $document->getTitle() ?? '';
			if (in_array($kind, ['action', 'diagnosis', 'need'], true) && FoldedText::holds($title, $words)) {
				$found[] = $this->entry($title, $this->word($kind), $organisation, $this->address->ofDocument($kind, $document->getUuid(), $organisation));
			} elseif ($kind === 'inventory') {
				$tools = [...$tools, ...$this->findTools($document, $organisation, $words)];
			}
		}
		return [...$found, ...$tools];
	}

	/**
	 * @param list<string> $words folded
	 * @return list<SearchResultEntry>
	 */
	private function findTools(Document $summary, Organisation $organisation, array $words): array {
		try {
			$lines = JsonText::decode($this->documents->findByUuid($summary->getUuid())->getDocument())->lines ?? null;
		} catch (DoesNotExistException|JsonException) {
			$lines = null;
		}
		$entries = [];
		foreach ($lines instanceof stdClass ? get_object_vars($lines) : [] as $line) {
			$tool = $line instanceof stdClass && is_string($line->tool ?? null) ? $line->tool : '';
			$name = $this->tools->of($tool, $this->l->getLanguageCode());
			if ($name !== '' && FoldedText::holds($name, $words)) {
				$entries[$name] = $this->entry($name, $this->l->t('Tool'), $organisation, $this->address->of('tools', $organisation));
			}
		}
		return array_values($entries);
	}

	/** @param 'action'|'diagnosis'|'need' $kind */
	private function word(string $kind): string {
		return match ($kind) {
			'action' => $this->l->t('Action'),
			'diagnosis' => $this->l->t('Diagnosis'),
			'need' => $this->l->t('Need'),
		};
	}

	private function entry(string $title, string $kind, Organisation $organisation, string $url): SearchResultEntry {
		return new SearchResultEntry('', $title, "$kind · {$organisation->getName()}", $url, $this->address->icon());
	}
}
