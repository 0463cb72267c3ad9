<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** @template-extends QBMapper<Organisation> */
final class OrganisationMapper extends QBMapper {
	private const GROUP_COLUMNS = ['members_group', 'managers_group', 'publishers_group'];

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_org', Organisation::class);
	}

	/** @throws DoesNotExistException */
	public function findById(int $id): Organisation {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntity($query);
	}

	/** @throws DoesNotExistException also for what is no id: a database may end the request at bytes that are no text */
	public function findByPublicId(string $publicId): Organisation {
		if (preg_match('/^[A-Za-z0-9_-]{8,64}$/D', $publicId) !== 1) {
			throw new DoesNotExistException('not the id of an organisation');
		}
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('public_id', $query->createNamedParameter($publicId)));
		return $this->findEntity($query);
	}

	/** @return list<string> of all organisations */
	public function findPublicIds(): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('public_id')->from($this->getTableName())->executeQuery();
		$ids = [];
		while (($id = $result->fetchOne()) !== false) {
			$ids[] = (string)$id;
		}
		$result->closeCursor();
		return $ids;
	}

	/**
	 * @param list<string> $groups ids; a person may be in many, a database takes about a thousand at once
	 * @return list<Organisation> by name
	 */
	public function findByGroups(array $groups): array {
		$found = [];
		foreach (array_chunk($groups, 300) as $some) {
			$query = $this->db->getQueryBuilder();
			$ids = $query->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY);
			$query->select('*')->from($this->getTableName())
				->where($query->expr()->orX(...array_map(static fn (string $column) => $query->expr()->in($column, $ids), self::GROUP_COLUMNS)));
			foreach ($this->findEntities($query) as $organisation) {
				$found[$organisation->getId()] = $organisation;
			}
		}
		usort($found, static fn (Organisation $a, Organisation $b): int => [$a->getName(), $a->getId()] <=> [$b->getName(), $b->getId()]);
		return $found;
	}

	/**
	 * @param list<int> $ids of rows; a few hundred at most
	 * @return array<int, Organisation> by id of the row
	 */
	public function findByIds(array $ids): array {
		if ($ids === []) {
			return [];
		}
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->in('id', $query->createNamedParameter(array_values(array_unique($ids)), IQueryBuilder::PARAM_INT_ARRAY)));
		$found = [];
		foreach ($this->findEntities($query) as $organisation) {
			$found[$organisation->getId()] = $organisation;
		}
		return $found;
	}

	/** @return list<Organisation> */
	public function findAll(): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())->orderBy('id');
		return $this->findEntities($query);
	}

	/**
	 * Notes that the connector may know an organisation.
	 *
	 * @return bool whether the organisation is still there
	 */
	public function markShared(int $id, int $now): bool {
		$query = $this->db->getQueryBuilder();
		return $query->update($this->getTableName())
			->set('shared_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->executeStatement() === 1;
	}

	/**
	 * Deletes an organisation of which nothing was ever sent, in one statement.
	 *
	 * @return bool whether it was one
	 */
	public function deleteUnshared(int $id): bool {
		$query = $this->db->getQueryBuilder();
		return $query->delete($this->getTableName())
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->isNull('shared_at'))
			->executeStatement() === 1;
	}

	/**
	 * Deletes an organisation.
	 *
	 * @return bool whether it was still there
	 */
	public function deleteById(int $id): bool {
		$query = $this->db->getQueryBuilder();
		return $query->delete($this->getTableName())
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->executeStatement() === 1;
	}

	public function countKnownToConnector(): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->count('id'))->from($this->getTableName())->where($query->expr()->isNotNull('shared_at'))->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** The connector is to know none of them. */
	public function forgetSharing(): void {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())
			->set('shared_at', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->isNotNull('shared_at'))
			->executeStatement();
	}

	public function isAnyKnownToConnector(): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from($this->getTableName())->where($query->expr()->isNotNull('shared_at'))->setMaxResults(1);
		$result = $query->executeQuery();
		$found = $result->fetchOne() !== false;
		$result->closeCursor();
		return $found;
	}

	/** Takes the rights that a group gave. */
	public function forgetGroup(string $group, int $now): void {
		foreach (self::GROUP_COLUMNS as $column) {
			$query = $this->db->getQueryBuilder();
			$query->update($this->getTableName())
				->set($column, $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
				->set('lost_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT))
				->where($query->expr()->eq($column, $query->createNamedParameter($group)))
				->executeStatement();
		}
	}
}
