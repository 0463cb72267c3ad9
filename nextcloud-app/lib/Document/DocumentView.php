<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\HistoryEntry;

/** Documents as the API shows them. */
final class DocumentView {
	public function __construct(
		private MemberNames $names,
	) {
	}

	/** @return array<string, mixed> */
	public function summary(Document $document): array {
		return [
			'id' => $document->getUuid(),
			'kind' => $document->getKind(),
			'title' => $document->getTitle() ?? '',
			'status' => $document->getStatus() ?? '',
			'dueDate' => $document->getDueDate(),
			'owner' => $document->getOwner(),
			'ownerName' => $document->getOwner() === null ? '' : $this->names->of($document->getOwner()),
			'revision' => $document->getRevision(),
			'createdAt' => Clock::show($document->getCreatedAt()),
			'updatedAt' => Clock::show($document->getUpdatedAt()),
			'answeredAt' => $document->getAnsweredAt() === null ? null : Clock::show($document->getAnsweredAt()),
			'updatedByName' => $this->names->of($document->getUpdatedBy()),
		];
	}

	/** @return array<string, mixed> with the content where it was read */
	public function line(Document $document, bool $deletable): array {
		return [...$this->summary($document), 'deletable' => $deletable, ...($document->getDocument() === '' ? [] : ['document' => JsonText::decode($document->getDocument())])];
	}

	/** @return array<string, mixed> */
	public function whole(Document $document): array {
		return [
			...$this->summary($document),
			'document' => JsonText::decode($document->getDocument()),
			'approval' => $this->approval($document),
			'publication' => $this->publication($document),
		];
	}

	/** @return array<string, mixed> */
	public function history(HistoryEntry $entry): array {
		return [
			'revision' => $entry->getRevision(),
			'at' => Clock::show($entry->getSavedAt()),
			'byName' => $this->names->of($entry->getSavedBy()),
			'patch' => JsonText::decode($entry->getPatch()),
		];
	}

	/**
	 * @param array{entry: HistoryEntry, uuid: string, title: string} $found
	 * @return array<string, mixed>
	 */
	public function historyOfAll(array $found): array {
		return [...$this->history($found['entry']), 'document' => $found['uuid'], 'title' => $found['title']];
	}

	/** @return array<string, string>|null */
	private function approval(Document $document): ?array {
		return $document->getApprovedHash() === null ? null : [
			'hash' => $document->getApprovedHash(),
			'by' => $document->getApprovedBy() ?? '',
			'byName' => $this->names->of($document->getApprovedBy()),
			'at' => Clock::show($document->getApprovedAt() ?? 0),
		];
	}

	/** @return array<string, string>|null */
	private function publication(Document $document): ?array {
		return $document->getPublishedHash() === null ? null : [
			'hash' => $document->getPublishedHash(),
			'text' => $document->getPublishedText() ?? '',
			'etag' => $document->getPublishedEtag() ?? '',
			'at' => Clock::show($document->getPublishedAt() ?? 0),
			'status' => $document->getPublishedStatus() ?? 'published',
		];
	}
}
