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

/** @template-extends QBMapper<Workshop> */
final class WorkshopMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_workshop', Workshop::class);
	}

	public function findByDocument(int $documentId): ?Workshop {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($query)[0] ?? null;
	}

	/**
	 * @param list<int> $documentIds
	 * @return list<int> those that have a workshop
	 */
	public function findDocuments(array $documentIds): array {
		$found = [];
		foreach (array_chunk($documentIds, 300) as $some) {
			$query = $this->db->getQueryBuilder();
			$result = $query->select('document_id')->from($this->getTableName())
				->where($query->expr()->in('document_id', $query->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)))
				->executeQuery();
			while (($id = $result->fetchOne()) !== false) {
				$found[] = (int)$id;
			}
			$result->closeCursor();
		}
		return $found;
	}

	/** The workshop that a link leads to, or led to before it was renewed. */
	public function findByHash(string $hash): ?Workshop {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->orX(
				$query->expr()->eq('token_hash', $query->createNamedParameter($hash)),
				$query->expr()->eq('former_hash', $query->createNamedParameter($hash)),
			));
		return $this->findEntities($query)[0] ?? null;
	}

	/** With all that was answered in it. */
	public function deleteByDocument(int $documentId): void {
		$workshops = $this->db->getQueryBuilder();
		$query = $this->db->getQueryBuilder();
		$workshops->select('id')->from($this->getTableName())
			->where($workshops->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)));
		$query->delete('emancipasso_response')
			->where($query->expr()->in('workshop_id', $query->createFunction($workshops->getSQL())))
			->executeStatement();
		$query = $this->db->getQueryBuilder();
		$query->delete($this->getTableName())
			->where($query->expr()->eq('document_id', $query->createNamedParameter($documentId, IQueryBuilder::PARAM_INT)))
			->executeStatement();
	}

	/** With all that was answered in them. Before the documents are deleted: they say whose a workshop is. */
	public function deleteByOrganisation(int $organisationId): void {
		$documents = $this->db->getQueryBuilder();
		$result = $documents->select('w.document_id')->from($this->getTableName(), 'w')
			->innerJoin('w', 'emancipasso_document', 'd', $documents->expr()->eq('w.document_id', 'd.id'))
			->where($documents->expr()->eq('d.organisation_id', $documents->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->executeQuery();
		$ids = $result->fetchAll();
		$result->closeCursor();
		foreach ($ids as $row) {
			$this->deleteByDocument((int)$row['document_id']);
		}
	}

	/** Deletes workshops of documents that are gone, and what was answered in workshops that are. */
	public function deleteOrphans(): void {
		foreach ([[$this->getTableName(), 'document_id', 'emancipasso_document'], ['emancipasso_response', 'workshop_id', $this->getTableName()]] as [$table, $column, $parent]) {
			$query = $this->db->getQueryBuilder();
			$parents = $this->db->getQueryBuilder();
			$parents->select('id')->from($parent);
			$query->delete($table)->where($query->expr()->notIn($column, $query->createFunction($parents->getSQL())))->executeStatement();
		}
	}
}
