<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use JsonException;
use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\HistoryEntry;
use OCA\EmancipAsso\Db\HistoryMapper;
use OCA\EmancipAsso\Db\WorkshopMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Plan\OwnerNotices;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\TTransactional;
use OCP\DB\Exception as DatabaseException;
use OCP\IDBConnection;
use OCP\IL10N;
use stdClass;

/** The private documents of organisations. Their content is not interpreted here. */
final class DocumentStore {
	use TTransactional;

	public const KINDS = ['diagnosis', 'need', 'inventory', 'action', 'plan', 'shortlist'];
	/** Bytes of JSON text. */
	private const LIMIT = 1_000_000;
	/** Milliseconds after which whoever was publishing is dead: they wait for three answers at most. */
	private const LONGEST_WAY = 30_000;

	public function __construct(
		private DocumentMapper $documents,
		private HistoryMapper $entries,
		private WorkshopMapper $workshops,
		private DocumentHistory $history,
		private DocumentColumns $columns,
		private ClosedDiagnosis $closed,
		private OwnDiagnosis $own,
		private OwnDocumentIds $ids,
		private OwnerNotices $notices,
		private IDBConnection $db,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/**
	 * @param bool $content with their contents, as long as those are not too much for one answer
	 * @return list<Document> newest first, without the texts that leave or left
	 */
	public function list(Membership $membership, ?string $kind, bool $content): array {
		return $this->documents->findSummaries($membership->organisation->getId(), $kind, $content);
	}

	/** @throws Problem not-found */
	public function find(Membership $membership, string $uuid): Document {
		$document = $this->lookUp(strtolower($uuid));
		if ($document?->getOrganisationId() !== $membership->organisation->getId()) {
			throw new Problem('not-found', $this->l->t('This document was not found. It may have been deleted.'));
		}
		return $document;
	}

	/**
	 * @return array{Document, bool} the document, and whether it is new: the same call again makes no second one
	 * @throws Problem invalid-input, too-large, conflict, forbidden
	 */
	public function create(Membership $membership, stdClass $body): array {
		$fields = new Fields($this->l, $body);
		$document = new Document();
		$document->setUuid($fields->uuid('id'));
		$document->setOrganisationId($membership->organisation->getId());
		$document->setKind($fields->oneOf('kind', self::KINDS));
		$fields->demand('title', 'status');
		$this->columns->fill($document, $fields, $membership->organisation);
		$document->setDocument($this->text($fields->map('document'), 'document'));
		$document->setRevision(1);
		$now = $this->clock->now();
		$document->setCreatedAt($now);
		$this->sign($document, $membership, $fields->map('document'), $now);
		$known = $this->known($document);
		if ($known !== null) {
			return [$known, false];
		}
		if ($this->ids->isKept($document, $membership->organisation)) {
			throw $this->taken();
		}
		$this->closed->guard($membership, $document, null, $fields->map('document'));
		try {
			$this->atomic(function () use ($document, $membership, $now): void {
				$this->documents->insert($document);
				$this->history->remember($document, $document->getDocument(), $membership->uid, $now);
			}, $this->db);
		} catch (DatabaseException $exception) {
			$known = $exception->getReason() === DatabaseException::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->known($document) : null;
			return $known === null ? throw $exception : [$known, false];
		}
		$this->notices->follow(null, $document, $membership->uid);
		return [$document, true];
	}

	/**
	 * @return array{Document, bool} the document, and whether the change was saved; when somebody saved before,
	 *                               the document is as they left it
	 * @throws Problem not-found, invalid-input, too-large, forbidden
	 */
	public function patch(Membership $membership, string $uuid, stdClass $body): array {
		$document = $this->find($membership, $uuid);
		$fields = new Fields($this->l, $body);
		$revision = $fields->positiveNumber('revision');
		$patch = $fields->map('patch');
		if ($revision !== $document->getRevision()) {
			return [$document, false];
		}
		$before = clone $document;
		$this->columns->fill($document, $fields, $membership->organisation);
		$this->closed->guard($membership, $document, $before->getStatus(), $patch);
		$document->setDocument($this->text(MergePatch::apply(JsonText::decode($document->getDocument()), $patch), 'patch'));
		$isOther = [$before->getDocument(), $before->getTitle()] !== [$document->getDocument(), $document->getTitle()];
		if ($isOther) {
			$document->clearApproval();
		}
		$now = $this->clock->now();
		$saved = $this->atomic(function () use ($document, $patch, $membership, $now, $revision, $isOther): bool {
			if (!$this->documents->claimRevision($document->getId(), $revision, $isOther)) {
				return false;
			}
			$document->setRevision($revision + 1);
			$this->sign($document, $membership, $patch, $now);
			$this->documents->update($document);
			$this->history->remember($document, $this->text($patch, 'patch'), $membership->uid, $now);
			return true;
		}, $this->db);
		if (!$saved) {
			return [$this->find($membership, $uuid), false];
		}
		$this->notices->follow($before, $document, $membership->uid);
		return [$document, true];
	}

	/** @throws Problem not-found, forbidden, still-published */
	public function delete(Membership $membership, string $uuid): void {
		$document = $this->find($membership, $uuid);
		$this->own->guardDeletion($membership, $document);
		$deleted = $this->atomic(function () use ($document): bool {
			if (!$this->documents->deleteInside($document->getId(), $document->getRevision(), $this->clock->now() - self::LONGEST_WAY)) {
				return false;
			}
			$this->entries->deleteByDocument($document->getId());
			$this->workshops->deleteByDocument($document->getId());
			return true;
		}, $this->db);
		if (!$deleted) {
			if ($this->find($membership, $uuid)->getRevision() !== $document->getRevision()) {
				// Somebody saved it just now, who may be another person: it is asked again whether it may be deleted.
				$this->delete($membership, $uuid);
				return;
			}
			throw new Problem('still-published', $this->l->t('This is published. Withdraw the publication first, then delete it here.'));
		}
		$this->notices->forget($document);
	}

	/** @return int how many documents there were */
	public function deleteAll(int $organisationId): int {
		$this->entries->deleteByOrganisation($organisationId);
		$this->workshops->deleteByOrganisation($organisationId);
		return $this->documents->deleteByOrganisation($organisationId);
	}

	/** @return int how many documents there were of organisations that are gone */
	public function deleteOrphans(): int {
		$documents = $this->documents->deleteOrphans();
		$this->entries->deleteOrphans();
		$this->workshops->deleteOrphans();
		return $documents;
	}

	/**
	 * @return array{list<HistoryEntry>, bool} newest first, and whether those are all that are kept
	 * @throws Problem not-found
	 */
	public function historyOf(Membership $membership, string $uuid): array {
		return $this->history->of($this->find($membership, $uuid));
	}

	/**
	 * @param int $since in milliseconds
	 * @return array{list<array{entry: HistoryEntry, uuid: string, title: string}>, bool} newest first, and whether those are all
	 */
	public function historyOfKind(Membership $membership, string $kind, int $since): array {
		return $this->history->ofKind($membership->organisation->getId(), $kind, $since);
	}

	/**
	 * Takes the way out for a document and gives it as it is from then on; whoever took it saves the document with
	 * nobody on the way any more.
	 *
	 * @param string|null $approved hash of the words that must be approved; null where none leave
	 * @throws Problem conflict, not-found
	 */
	public function claimSending(Membership $membership, Document $document, ?string $approved): Document {
		$now = $this->clock->now();
		if (!$this->documents->claimSending($document->getId(), $now, $now - self::LONGEST_WAY, $approved)) {
			throw new Problem('conflict', $this->l->t('Somebody is publishing, approving or withdrawing this just now. Wait a few seconds, then reload the page.'));
		}
		return $this->find($membership, $document->getUuid());
	}

	public function save(Document $document): void {
		$this->documents->update($document);
	}

	private function lookUp(string $uuid): ?Document {
		try {
			return $this->documents->findByUuid($uuid);
		} catch (DoesNotExistException) {
			return null;
		}
	}

	/** The document that an earlier call of the same kind made. */
	private function known(Document $new): ?Document {
		$known = $this->lookUp($new->getUuid());
		if ($known !== null && [$known->getKind(), $known->getOrganisationId()] !== [$new->getKind(), $new->getOrganisationId()]) {
			throw $this->taken();
		}
		return $known;
	}

	/** The same words whether a document has the id or it is kept for one, so that nobody learns which organisations there are. */
	private function taken(): Problem {
		return new Problem('conflict', $this->l->t('Another document already has this id. Reload the page and try again.'));
	}

	private function sign(Document $document, Membership $membership, stdClass $written, int $now): void {
		$document->setUpdatedAt($now);
		if (isset($written->answers) && $written->answers instanceof stdClass && (array)$written->answers !== []) {
			$document->setAnsweredAt($now);
		}
		$document->setUpdatedBy($membership->uid);
	}

	private function text(stdClass $value, string $field): string {
		try {
			$text = JsonText::encode($value);
		} catch (JsonException) {
			throw (new Fields($this->l, $value))->invalid($field);
		}
		if (strlen($text) > self::LIMIT) {
			throw new Problem('too-large', $this->l->t('This document is too large: a million bytes at most. Shorten it or split it in two.'));
		}
		return $text;
	}
}
