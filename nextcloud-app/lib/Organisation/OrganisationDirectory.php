<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCP\AppFramework\Db\TTransactional;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\Security\ISecureRandom;
use stdClass;

/** The organisations of this Nextcloud: made, changed, erased. */
final class OrganisationDirectory {
	use TTransactional;

	public function __construct(
		private OrganisationMapper $organisations,
		private DocumentStore $documents,
		private Erasures $erasures,
		private GroupChoice $choice,
		private Rights $rights,
		private IGroupManager $groups,
		private ISecureRandom $random,
		private IDBConnection $db,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/**
	 * @return array<string, mixed> the new organisation as its maker sees it, even when they are no member
	 * @throws Problem forbidden, invalid-input
	 */
	public function create(string $uid, stdClass $body): array {
		if ($this->choice->isEmpty($uid)) {
			throw new Problem('forbidden', $this->l->t('Only an administrator, or someone who looks after a group, can say which organisation this is. Ask your administrator.'));
		}
		$organisation = new Organisation();
		$organisation->setPublicId($this->random->generate(24, ISecureRandom::CHAR_ALPHANUMERIC));
		$organisation->setCreatedAt($this->clock->now());
		$this->fill($organisation, $uid, $body);
		$this->organisations->insert($organisation);
		foreach ($this->rights->membershipsOf($uid) as $membership) {
			if ($membership->organisation->getId() === $organisation->getId()) {
				return $this->show($membership);
			}
		}
		return $this->describe($organisation, null);
	}

	/**
	 * @return array<string, mixed>
	 * @throws Problem invalid-input
	 */
	public function update(Membership $membership, stdClass $body): array {
		$this->fill($membership->organisation, $membership->uid, $body);
		$this->organisations->update($membership->organisation);
		foreach ($this->rights->membershipsOf($membership->uid) as $now) {
			if ($now->organisation->getId() === $membership->organisation->getId()) {
				return $this->show($now);
			}
		}
		return $this->describe($membership->organisation, null);
	}

	/**
	 * Erases the organisation with everything it wrote, here at once and at the connector now or as soon as it can
	 * be reached.
	 *
	 * @return array{documents: int, connector: 'erased'|'nothing-published'|'unreachable'}
	 * @throws Problem not-found when somebody else erased it in the same moment
	 */
	public function delete(Organisation $organisation): array {
		[$documents, $known] = $this->atomic(function () use ($organisation): array {
			$known = !$this->organisations->deleteUnshared($organisation->getId());
			if ($known) {
				$this->organisations->deleteById($organisation->getId()) || throw $this->rights->notFound();
				$this->erasures->ask('organisations', $organisation->getPublicId());
			}
			return [$this->documents->deleteAll($organisation->getId()), $known];
		}, $this->db);
		if (!$known) {
			return ['documents' => $documents, 'connector' => 'nothing-published'];
		}
		$this->erasures->carryOut();
		return ['documents' => $documents, 'connector' => $this->erasures->isPending('organisations', $organisation->getPublicId()) ? 'unreachable' : 'erased'];
	}

	/** @return array<string, mixed> */
	public function show(Membership $membership): array {
		return $this->describe($membership->organisation, $membership->role);
	}

	/** @return array<string, mixed> */
	private function describe(Organisation $organisation, ?Role $role): array {
		return [
			'id' => $organisation->getPublicId(),
			'name' => $organisation->getName(),
			'membersGroup' => $organisation->getMembersGroup() ?? '',
			'managersGroup' => $organisation->getManagersGroup() ?? '',
			'publishersGroup' => $organisation->getPublishersGroup() ?? '',
			'territory' => $organisation->getTerritory(),
			'associationSize' => $organisation->getAssociationSize(),
			'groupNames' => [
				'members' => $this->nameOf($organisation->getMembersGroup()),
				'managers' => $this->nameOf($organisation->getManagersGroup()),
				'publishers' => $this->nameOf($organisation->getPublishersGroup()),
			],
			'role' => ['manager' => $role->manager ?? false, 'publisher' => $role->publisher ?? false],
			'createdAt' => Clock::show($organisation->getCreatedAt()),
		];
	}

	/** What people call a group, which is often not its id. */
	private function nameOf(?string $group): string {
		return $group === null || $group === '' ? '' : $this->groups->getDisplayName($group) ?? $group;
	}

	private function fill(Organisation $organisation, string $uid, stdClass $body): void {
		$fields = new Fields($this->l, $body);
		$organisation->setName($fields->trimmed('name', 120, 2));
		$organisation->setMembersGroup($this->group($fields, 'membersGroup', $organisation->getMembersGroup(), $uid));
		$organisation->setManagersGroup($this->group($fields, 'managersGroup', $organisation->getManagersGroup(), $uid));
		$organisation->setPublishersGroup($this->group($fields, 'publishersGroup', $organisation->getPublishersGroup(), $uid));
		// Each is one that exists, or was not lost.
		$organisation->setLostAt(null);
		$organisation->setTerritory($fields->optionalText('territory', 10));
		$organisation->setAssociationSize($fields->optionalText('associationSize', 40));
	}

	/** A group stays as it is, or is one that the person may choose. */
	private function group(Fields $fields, string $field, ?string $present, string $uid): string {
		$group = $fields->text($field, 64, 1);
		if ($group !== $present && !$this->choice->exists($group)) {
			throw new Problem('invalid-input', $this->l->t('This group does not exist. Choose another one.'), $field);
		}
		if ($group !== $present && !$this->choice->allows($uid, $group)) {
			throw new Problem('forbidden', $this->l->t('You may not choose this group. Choose one that you look after, or ask your administrator.'), $field);
		}
		return $group;
	}
}
