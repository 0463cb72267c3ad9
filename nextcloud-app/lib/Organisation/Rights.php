<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IUserManager;

/** Who may act for an organisation. A stranger cannot tell one that exists from one that does not. */
final class Rights {
	public function __construct(
		private OrganisationMapper $organisations,
		private IUserManager $users,
		private IGroupManager $groups,
		private IL10N $l,
	) {
	}

	/** @throws Problem not-found */
	public function asMember(string $uid, string $organisation): Membership {
		try {
			$found = $this->organisations->findByPublicId($organisation);
		} catch (DoesNotExistException) {
			throw $this->notFound();
		}
		$role = Role::in($found, $this->groupsOf($uid));
		return $role === null ? throw $this->notFound() : new Membership($found, $role, $uid);
	}

	/** @throws Problem not-found, forbidden */
	public function asManager(string $uid, string $organisation): Membership {
		$membership = $this->asMember($uid, $organisation);
		if (!$membership->role->manager) {
			throw new Problem('forbidden', $this->l->t('Only the people who manage the organisation may do this. Ask one of them.'));
		}
		return $membership;
	}

	/** @throws Problem not-found, forbidden */
	public function asPublisher(string $uid, string $organisation): Membership {
		$membership = $this->asMember($uid, $organisation);
		if (!$membership->role->publisher) {
			throw new Problem('forbidden', $this->l->t('Only the people who may publish for the organisation may do this. Ask one of them.'));
		}
		return $membership;
	}

	/** @return list<Membership> by name of the organisation */
	public function membershipsOf(string $uid): array {
		$groups = $this->groupsOf($uid);
		$memberships = [];
		foreach ($this->organisations->findByGroups($groups) as $organisation) {
			$role = Role::in($organisation, $groups);
			if ($role !== null) {
				$memberships[] = new Membership($organisation, $role, $uid);
			}
		}
		return $memberships;
	}

	/** @return list<string> */
	private function groupsOf(string $uid): array {
		$user = $this->users->get($uid);
		$groups = [];
		foreach ($user === null ? [] : $this->groups->getUserGroupIds($user) as $group) {
			// PHP turns an id such as "2024" into a number where it was the key of an array.
			$groups[] = (string)$group;
		}
		return $groups;
	}

	/** What a stranger is told, and whoever comes too late. */
	public function notFound(): Problem {
		return new Problem('not-found', $this->l->t('This was not found. It may have been deleted, or belong to an organisation you are not a member of.'));
	}
}
