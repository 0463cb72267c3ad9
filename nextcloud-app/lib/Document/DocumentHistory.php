<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\HistoryEntry;
use OCA\EmancipAsso\Db\HistoryMapper;

/**
 * Who changed what. Writing saves every second; what one person writes in one go is one entry, of which an hour of
 * typing leaves a line and not thousands.
 */
final class DocumentHistory {
	/** Milliseconds without a save that end one go of writing. */
	private const PAUSE = 600_000;
	private const NOTHING = '{}';
	/** Bytes of one entry's patch. */
	private const LIMIT = 1_000_000;

	public function __construct(
		private HistoryMapper $entries,
	) {
	}

	/** @return array{list<HistoryEntry>, bool} newest first, and whether those are all that are kept */
	public function of(Document $document): array {
		return $this->entries->findNewest($document->getId());
	}

	/**
	 * @param int $since in milliseconds
	 * @return array{list<array{entry: HistoryEntry, uuid: string, title: string}>, bool} newest first, and whether those are all
	 */
	public function ofKind(int $organisationId, string $kind, int $since): array {
		return $this->entries->findSince($organisationId, $kind, $since);
	}

	/**
	 * Notes the save that made the document's present revision. The first one, which made the document, stays alone.
	 *
	 * @param string $patch JSON text
	 */
	public function remember(Document $document, string $patch, string $uid, int $now): void {
		$last = $this->entries->findLast($document->getId());
		$joined = $last === null ? null : $this->joined($last, $patch, $uid, $now);
		$entry = $joined === null ? new HistoryEntry() : $last;
		$entry->setDocumentId($document->getId());
		$entry->setRevision($document->getRevision());
		$entry->setPatch($joined ?? $patch);
		$entry->setSavedAt($now);
		$entry->setSavedBy($uid);
		if ($joined === null) {
			$this->entries->insert($entry);
			$this->entries->prune($document->getId());
		} else {
			$this->entries->update($entry);
		}
	}

	/** @return string|null both patches as one; null when the new one begins an entry of its own */
	private function joined(HistoryEntry $last, string $patch, string $uid, int $now): ?string {
		// A save that changes nothing in the content changed who takes care of it, or its name, which no other entry would tell.
		if ($patch === self::NOTHING || $last->getPatch() === self::NOTHING) {
			return null;
		}
		if ($last->getRevision() === 1 || $last->getSavedBy() !== $uid || $now - $last->getSavedAt() > self::PAUSE) {
			return null;
		}
		$joined = MergePatch::join(JsonText::decode($last->getPatch()), JsonText::decode($patch));
		$text = $joined === null ? null : JsonText::encode($joined);
		return $text === null || strlen($text) > self::LIMIT ? null : $text;
	}
}
