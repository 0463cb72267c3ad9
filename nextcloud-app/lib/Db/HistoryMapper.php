<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Db;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** @template-extends QBMapper<HistoryEntry> */
final class HistoryMapper extends QBMapper {
	/** Entries kept of one document. A page of history shows fewer. */
	private const KEPT = 500;
	private const SHOWN = 100;
	private const SHOWN_OF_ALL = 1000;
	/** Bytes of patches in one answer; a document may be a megabyte, and so may each of its patches. */
	private const SHOWN_BYTES = 2_000_000;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_history', HistoryEntry::class);
	}

	/** @return array{list<HistoryEntry>, bool} newest first, and whether those are all that are kept */
	public function findNewest(int $documentId): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->orderBy('revision', 'DESC')->setMaxResults(self::SHOWN + 1);
		$entries = [];
		$bytes = 0;
		foreach ($this->yieldEntities($query) as $entry) {
			$bytes += strlen($entry->getPatch());
			if (self::isFull(count($entries), self::SHOWN, $bytes)) {
				return [$entries, false];
			}
			$entries[] = $entry;
		}
		return [$entries, true];
	}

	/**
	 * @param int $since in milliseconds
	 * @return array{list<array{entry: HistoryEntry, uuid: string, title: string}>, bool} of all documents of a kind, newest
	 *                                                                                  first, with what each is now called; and whether those are all since then
	 */
	public function findSince(int $organisationId, string $kind, int $since): array {
		$whole = $this->wholeSince($organisationId, $kind);
		$query = $this->db->getQueryBuilder();
		$query->select('h.*')->selectAlias('d.uuid', 'document_uuid')->selectAlias('d.title', 'document_title')
			->from($this->getTableName(), 'h')
			->innerJoin('h', 'emancipasso_document', 'd', $query->expr()->eq('h.document_id', 'd.id'))
			->where($query->expr()->eq('d.organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('d.kind', $query->createNamedParameter($kind)))
			->andWhere($query->expr()->gte('h.saved_at', $query->createNamedParameter(max($since, $whole), IQueryBuilder::PARAM_INT)))
			->orderBy('h.saved_at', 'DESC')->addOrderBy('h.revision', 'DESC')->setMaxResults(self::SHOWN_OF_ALL + 1);
		$found = [];
		$bytes = 0;
		$complete = $whole <= $since;
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			[$uuid, $title] = [(string)$row['document_uuid'], (string)$row['document_title']];
			unset($row['document_uuid'], $row['document_title']);
			$entry = HistoryEntry::fromRow($row);
			$bytes += strlen($entry->getPatch());
			if (self::isFull(count($found), self::SHOWN_OF_ALL, $bytes)) {
				$complete = false;
				break;
			}
			$found[] = ['entry' => $entry, 'uuid' => $uuid, 'title' => $title];
		}
		$result->closeCursor();
		return [$found, $complete];
	}

	/**
	 * @return int in milliseconds, from when on every save of the documents of a kind is kept: the last oldest save of one
	 *             whose older ones were dropped; 0 when none was
	 */
	private function wholeSince(int $organisationId, string $kind): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->selectAlias($query->func()->min('h.revision'), 'first')->selectAlias($query->func()->min('h.saved_at'), 'oldest')
			->from($this->getTableName(), 'h')
			->innerJoin('h', 'emancipasso_document', 'd', $query->expr()->eq('h.document_id', 'd.id'))
			->where($query->expr()->eq('d.organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('d.kind', $query->createNamedParameter($kind)))
			->groupBy('h.document_id')
			->executeQuery();
		$whole = 0;
		while (($row = $result->fetch()) !== false) {
			$whole = (int)$row['first'] > 1 ? max($whole, (int)$row['oldest']) : $whole;
		}
		$result->closeCursor();
		return $whole;
	}

	/** Whether an answer has no room for one more entry. The newest one is always told, however long it is. */
	private static function isFull(int $told, int $most, int $bytes): bool {
		return $told >= $most || ($told > 0 && $bytes > self::SHOWN_BYTES);
	}

	public function findLast(int $documentId): ?HistoryEntry {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->orderBy('revision', 'DESC')->setMaxResults(1);
		return $this->findEntities($query)[0] ?? null;
	}

	/**
	 * @param list<int> $documentIds
	 * @return list<int> those of which one person made every save, the first one as well; what is no longer kept is nobody's
	 */
	public function findAllBy(array $documentIds, string $uid): array {
		$people = [];
		foreach (array_chunk($documentIds, 300) as $some) {
			$query = $this->db->getQueryBuilder();
			$result = $query->select('document_id', 'saved_by')->selectAlias($query->func()->min('revision'), 'first')->from($this->getTableName())
				->where($query->expr()->in('document_id', $query->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)))
				->groupBy('document_id', 'saved_by')
				->executeQuery();
			while (is_array($row = $result->fetch())) {
				$people[(int)$row['document_id']][] = [$row['saved_by'], (int)$row['first']];
			}
			$result->closeCursor();
		}
		return array_keys(array_filter($people, static fn (array $all): bool => $all === [[$uid, 1]]));
	}

	/** Drops the entries that are too old to be kept. */
	public function prune(int $documentId): void {
		$oldest = $this->db->getQueryBuilder();
		$result = $oldest->select('revision')->from($this->getTableName())
			->where($oldest->expr()->eq('document_id', $oldest->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->orderBy('revision', 'DESC')->setFirstResult(self::KEPT)->setMaxResults(1)->executeQuery();
		$revision = $result->fetchOne();
		$result->closeCursor();
		if ($revision === false) {
			return;
		}
		$query = $this->db->getQueryBuilder();
		$query->delete($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->lte('revision', $query->createNamedParameter((int)$revision, IQueryBuilder::PARAM_INT)))
			->executeStatement();
	}

	public function deleteByDocument(int $documentId): void {
		$query = $this->db->getQueryBuilder();
		$query->delete($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->executeStatement();
	}

	public function deleteByOrganisation(int $organisationId): void {
		$documents = $this->db->getQueryBuilder();
		$query = $this->db->getQueryBuilder();
		$documents->select('id')->from('emancipasso_document')
			->where($documents->expr()->eq('organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)));
		$query->delete($this->getTableName())
			->where($query->expr()->in('document_id', $query->createFunction($documents->getSQL())))
			->executeStatement();
	}

	/** Deletes what is left of documents that are gone. */
	public function deleteOrphans(): void {
		$query = $this->db->getQueryBuilder();
		$documents = $this->db->getQueryBuilder();
		$documents->select('id')->from('emancipasso_document');
		$query->delete($this->getTableName())
			->where($query->expr()->notIn('document_id', $query->createFunction($documents->getSQL())))
			->executeStatement();
	}

	/** Replaces a person who left the Nextcloud by nobody. */
	public function forgetUser(string $uid): void {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())
			->set('saved_by', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->eq('saved_by', $query->createNamedParameter($uid)))
			->executeStatement();
	}
}
