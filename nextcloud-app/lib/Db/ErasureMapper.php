<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Db;

use OCP\AppFramework\Db\QBMapper;
use OCP\IDBConnection;

/** @template-extends QBMapper<Erasure> */
final class ErasureMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_erasure', Erasure::class);
	}

	/** @return list<Erasure> those first that were asked for, or refused, longest ago */
	public function findSome(int $limit): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())->orderBy('asked_at')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($query);
	}

	public function has(string $kind, string $subject): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from($this->getTableName())
			->where($query->expr()->eq('kind', $query->createNamedParameter($kind)))
			->andWhere($query->expr()->eq('subject', $query->createNamedParameter($subject)));
		return $this->findEntities($query) !== [];
	}

	public function deleteAll(): void {
		$this->db->getQueryBuilder()->delete($this->getTableName())->executeStatement();
	}

	public function count(): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->count('id'))->from($this->getTableName())->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}
}
