<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCP\Group\ISubAdmin;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\IUserManager;

/**
 * The groups that a person may make an organisation of: any for an administrator, those that they look after for
 * a group administrator, none for others.
 */
final class GroupChoice {
	/** A list that a person can still choose from. */
	private const LISTED = 200;

	public function __construct(
		private IGroupManager $groups,
		private ISubAdmin $subAdmins,
		private IUserManager $users,
	) {
	}

	/** @return list<array{id: string, displayName: string, members: int}> */
	public function list(string $uid): array {
		$groups = $this->groups->isAdmin($uid) ? $this->groups->search('', self::LISTED) : $this->ownGroups($uid);
		return array_map(static fn (IGroup $group): array => [
			'id' => $group->getGID(),
			'displayName' => $group->getDisplayName(),
			'members' => max(0, (int)$group->count()),
		], array_values($groups));
	}

	public function isEmpty(string $uid): bool {
		return !$this->groups->isAdmin($uid) && $this->ownGroups($uid) === [];
	}

	public function exists(string $group): bool {
		return $this->groups->groupExists($group);
	}

	public function allows(string $uid, string $group): bool {
		return $this->groups->isAdmin($uid) || in_array($group, array_map(static fn (IGroup $own): string => $own->getGID(), $this->ownGroups($uid)), true);
	}

	/** @return array<IGroup> */
	private function ownGroups(string $uid): array {
		$user = $this->users->get($uid);
		return $user === null ? [] : $this->subAdmins->getSubAdminsGroups($user);
	}
}
