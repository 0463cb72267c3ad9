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

/** @template-extends QBMapper<Erasure> */
final class ErasureMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_erasure', Erasure::class);
	}

	/** @return list<Erasure> of those that are not done, those first that were asked for, or refused, longest ago */
	public function findSome(int $limit): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())->where($query->expr()->isNull('done_at'))->orderBy('asked_at')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($query);
	}

	/** Whether it is not done yet. */
	public function has(string $kind, string $subject): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from($this->getTableName())
			->where($query->expr()->eq('kind', $query->createNamedParameter($kind)))
			->andWhere($query->expr()->eq('subject', $query->createNamedParameter($subject)))
			->andWhere($query->expr()->isNull('done_at'));
		return $this->findEntities($query) !== [];
	}

	/** Asks again for one that was done before, or for all of them. */
	public function reopen(?string $kind = null, ?string $subject = null): void {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())->set('done_at', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		if ($kind !== null && $subject !== null) {
			$query->where($query->expr()->eq('kind', $query->createNamedParameter($kind)))
				->andWhere($query->expr()->eq('subject', $query->createNamedParameter($subject)));
		}
		$query->executeStatement();
	}

	/** Forgets those that were done before an instant. */
	public function deleteDoneBefore(int $instant): void {
		$query = $this->db->getQueryBuilder();
		$query->delete($this->getTableName())->where($query->expr()->lt('done_at', $query->createNamedParameter($instant, IQueryBuilder::PARAM_INT)))->executeStatement();
	}

	public function deleteAll(): void {
		$this->db->getQueryBuilder()->delete($this->getTableName())->executeStatement();
	}

	/** How many are not done. */
	public function count(): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->count('id'))->from($this->getTableName())->where($query->expr()->isNull('done_at'))->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}
}
