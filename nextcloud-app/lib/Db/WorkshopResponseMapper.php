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

/** @template-extends QBMapper<WorkshopResponse> */
final class WorkshopResponseMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_response', WorkshopResponse::class);
	}

	public function findByUuid(int $workshopId, string $uuid): ?WorkshopResponse {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('workshop_id', $query->createNamedParameter($workshopId, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('uuid', $query->createNamedParameter($uuid)));
		return $this->findEntities($query)[0] ?? null;
	}

	/** @return list<WorkshopResponse> in an order that does not tell who answered first */
	public function findByWorkshop(int $workshopId): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('workshop_id', $query->createNamedParameter($workshopId, IQueryBuilder::PARAM_INT)))
			->orderBy('uuid');
		return $this->findEntities($query);
	}

	public function countByWorkshop(int $workshopId): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->count('id'))->from($this->getTableName())
			->where($query->expr()->eq('workshop_id', $query->createNamedParameter($workshopId, IQueryBuilder::PARAM_INT)))
			->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}
}
