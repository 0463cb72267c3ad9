<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Db;

use OCA\EmancipAsso\Plan\Deadline;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\ICompositeExpression;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** @template-extends QBMapper<Document> */
final class DocumentMapper extends QBMapper {
	/** Due actions that are looked at for a list of a few. */
	private const DUE = 200;
	/** Bytes of contents in one answer; whatever is beyond is read one by one. */
	private const LISTED_BYTES = 10_000_000;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'emancipasso_document', Document::class);
	}

	/** @throws DoesNotExistException */
	public function findById(int $id): Document {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntity($query);
	}

	/**
	 * Whatever organisation it belongs to: who asks must check that.
	 *
	 * @throws DoesNotExistException
	 */
	public function findByUuid(string $uuid): Document {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from($this->getTableName())
			->where($query->expr()->eq('uuid', $query->createNamedParameter($uuid)));
		return $this->findEntity($query);
	}

	/**
	 * @param bool $content with their contents, as long as those are not too much for one answer
	 * @return list<Document> newest first, without the texts that leave or left
	 */
	public function findSummaries(int $organisationId, ?string $kind, bool $content = false): array {
		$query = $this->db->getQueryBuilder();
		$query->select('id', 'uuid', 'organisation_id', 'kind', 'title', 'status', 'due_date', 'owner', 'revision', 'created_at', 'updated_at', 'answered_at', 'updated_by', ...($content ? ['document'] : []))
			->from($this->getTableName())
			->where($query->expr()->eq('organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->orderBy('updated_at', 'DESC')->addOrderBy('id', 'DESC');
		if ($kind !== null) {
			$query->andWhere($query->expr()->eq('kind', $query->createNamedParameter($kind)));
		}
		$bytes = 0;
		$found = [];
		foreach ($this->yieldEntities($query) as $document) {
			$bytes += strlen($document->getDocument());
			if ($bytes > self::LISTED_BYTES) {
				$document->setDocument('');
			}
			$found[] = $document;
		}
		return $found;
	}

	/** @return iterable<string> the content of every document of a kind, of whichever organisation */
	public function contentsOf(string $kind): iterable {
		$query = $this->db->getQueryBuilder();
		$query->select('d.document')->from($this->getTableName(), 'd')
			->innerJoin('d', 'emancipasso_org', 'o', $query->expr()->eq('d.organisation_id', 'o.id'))
			->where($query->expr()->eq('d.kind', $query->createNamedParameter($kind)));
		foreach ($this->yieldEntities($query) as $document) {
			yield $document->getDocument();
		}
	}

	/** @return array<int, int> how many documents each organisation has, by its row; none of what they say */
	public function countByOrganisation(): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('organisation_id')->selectAlias($query->func()->count('id'), 'documents')->from($this->getTableName())->groupBy('organisation_id')->executeQuery();
		$counts = [];
		while (is_array($row = $result->fetch())) {
			$counts[(int)$row['organisation_id']] = (int)$row['documents'];
		}
		$result->closeCursor();
		return $counts;
	}

	/**
	 * Actions of which the owner is to hear, since they are due soon or were due, and who has not yet.
	 *
	 * @param string $today ISO day
	 * @param string $horizon last day that is soon
	 * @param list<string> $settled statuses of which nobody waits any more
	 * @return list<Document> without their texts
	 */
	public function findToRemind(string $today, string $horizon, array $settled, int $limit): array {
		$query = $this->actionsDue($settled)->setMaxResults($limit);
		$query->andWhere($query->expr()->isNotNull('owner'))
			->andWhere($query->expr()->lte('due_date', $query->createNamedParameter($horizon)))
			->andWhere($query->expr()->orX(
				$query->expr()->isNull('reminded'),
				$query->expr()->andX(
					$query->expr()->eq('reminded', $query->createNamedParameter(Deadline::SOON)),
					$query->expr()->lt('due_date', $query->createNamedParameter($today)),
				),
			));
		return $this->findEntities($query);
	}

	/**
	 * @param list<int> $organisationIds
	 * @param list<string> $settled statuses of which nobody waits any more
	 * @return list<Document> actions with a due day, the earliest first, without their texts
	 */
	public function findDue(array $organisationIds, array $settled): array {
		if ($organisationIds === []) {
			return [];
		}
		$query = $this->actionsDue($settled)->setMaxResults(self::DUE);
		$query->andWhere($query->expr()->in('organisation_id', $query->createNamedParameter($organisationIds, IQueryBuilder::PARAM_INT_ARRAY)));
		return $this->findEntities($query);
	}

	/** @param list<string> $settled */
	private function actionsDue(array $settled): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		return $query->select('id', 'uuid', 'organisation_id', 'kind', 'title', 'status', 'due_date', 'owner', 'reminded')->from($this->getTableName())
			->where($query->expr()->eq('kind', $query->createNamedParameter('action')))
			->andWhere($query->expr()->isNotNull('due_date'))
			->andWhere($query->expr()->orX($query->expr()->isNull('status'), $query->expr()->notIn('status', $query->createNamedParameter($settled, IQueryBuilder::PARAM_STR_ARRAY))))
			->orderBy('due_date')->addOrderBy('uuid');
	}

	/** Beside the revisions: a reminder changes nothing of the document. */
	public function noteReminder(int $id, string $stage): void {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())
			->set('reminded', $query->createNamedParameter($stage))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->executeStatement();
	}

	/**
	 * Takes the next revision of a document, when nobody else did since it was read. All in one statement, so that
	 * of two savers exactly one wins on every database.
	 *
	 * @param bool $endsApproval also of an approval that was given after the document was read
	 * @return bool whether it was taken
	 */
	public function claimRevision(int $id, int $revision, bool $endsApproval): bool {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())
			->set('revision', $query->createNamedParameter($revision + 1, IQueryBuilder::PARAM_INT))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('revision', $query->createNamedParameter($revision, IQueryBuilder::PARAM_INT)));
		foreach ($endsApproval ? ['approved_hash', 'approved_text', 'approved_at', 'approved_by'] : [] as $column) {
			$query->set($column, $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		return $query->executeStatement() === 1;
	}

	/**
	 * Takes the way out, on which one may be at a time, in one statement.
	 *
	 * @param int $now in milliseconds
	 * @param int $ended who went before this instant did not come back
	 * @param string|null $approved hash of the words that must be approved at that very moment; null where none leave
	 * @return bool whether it was taken
	 */
	public function claimSending(int $id, int $now, int $ended, ?string $approved): bool {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName())
			->set('sending_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->orX(
				$query->expr()->isNull('sending_at'),
				$query->expr()->lt('sending_at', $query->createNamedParameter($ended, IQueryBuilder::PARAM_INT)),
			));
		if ($approved !== null) {
			$query->andWhere($query->expr()->eq('approved_hash', $query->createNamedParameter($approved)));
		}
		return $query->executeStatement() === 1;
	}

	/**
	 * Deletes a document of which nothing is outside, nor may be, on the revision that was looked at.
	 *
	 * @param int $ended who went before this instant did not come back
	 * @return bool whether it was deleted
	 */
	public function deleteInside(int $id, int $revision, int $ended): bool {
		$query = $this->db->getQueryBuilder();
		return $query->delete($this->getTableName())
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('revision', $query->createNamedParameter($revision, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->orX(
				$query->expr()->isNull('sending_at'),
				$query->expr()->lt('sending_at', $query->createNamedParameter($ended, IQueryBuilder::PARAM_INT)),
			))
			->andWhere($query->expr()->isNull('sending_hash'))
			->andWhere($query->expr()->orX(
				$query->expr()->isNull('published_status'),
				$query->expr()->neq('published_status', $query->createNamedParameter('published')),
			))
			->executeStatement() === 1;
	}

	/** How many are outside, or may be. */
	public function countOutside(): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->count('id'))->from($this->getTableName())->where($this->isOutside($query))->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** @return list<Document> those that are outside, or may be, without their texts */
	public function findOutside(int $organisationId): array {
		$query = $this->db->getQueryBuilder();
		$query->select('id', 'uuid', 'title')->from($this->getTableName())
			->where($query->expr()->eq('organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->andWhere($this->isOutside($query))->orderBy('id');
		return $this->findEntities($query);
	}

	/** Makes all of them documents of which nothing ever left. */
	public function forgetOutside(): void {
		$query = $this->db->getQueryBuilder();
		$query->update($this->getTableName());
		foreach (['sending_hash', 'sending_text', 'sending_at', 'published_hash', 'published_text', 'published_at', 'published_etag', 'published_status'] as $column) {
			$query->set($column, $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		$query->where($query->expr()->orX($query->expr()->isNotNull('sending_hash'), $query->expr()->isNotNull('published_status')))->executeStatement();
	}

	private function isOutside(IQueryBuilder $query): ICompositeExpression {
		return $query->expr()->orX(
			$query->expr()->isNotNull('sending_hash'),
			$query->expr()->eq('published_status', $query->createNamedParameter('published')),
		);
	}

	public function deleteByOrganisation(int $organisationId): int {
		$query = $this->db->getQueryBuilder();
		return $query->delete($this->getTableName())
			->where($query->expr()->eq('organisation_id', $query->createNamedParameter($organisationId, IQueryBuilder::PARAM_INT)))
			->executeStatement();
	}

	/**
	 * Deletes documents whose organisation is gone: somebody had asked to keep one, and was let through, just before.
	 *
	 * @return int how many there were
	 */
	public function deleteOrphans(): int {
		$query = $this->db->getQueryBuilder();
		$organisations = $this->db->getQueryBuilder();
		$organisations->select('id')->from('emancipasso_org');
		return $query->delete($this->getTableName())
			->where($query->expr()->notIn('organisation_id', $query->createFunction($organisations->getSQL())))
			->executeStatement();
	}

	/** Replaces a person who left the Nextcloud by nobody. */
	public function forgetUser(string $uid): void {
		foreach (['updated_by', 'approved_by', 'owner'] as $column) {
			$query = $this->db->getQueryBuilder();
			$query->update($this->getTableName())
				->set($column, $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
				->where($query->expr()->eq($column, $query->createNamedParameter($uid)))
				->executeStatement();
		}
	}
}
