<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;
use OCP\Util;

/** The people in the groups of an organisation. */
final class People {
	/** People that are named in one answer. */
	private const NAMED = 500;

	public function __construct(
		private IGroupManager $groups,
		private IUserManager $users,
	) {
	}

	/**
	 * When there are too many, those who manage and publish come first: texts name them most.
	 *
	 * @return list<string> display names, sorted, each once, at most 500
	 */
	public function namesOf(Organisation $organisation): array {
		$names = array_map(static fn (IUser $user): string => $user->getDisplayName(), $this->listed($organisation));
		$names = array_slice(array_values(array_unique($names)), 0, self::NAMED);
		usort($names, Util::naturalSortCompare(...));
		return $names;
	}

	/** @return list<array{id: string, displayName: string, manager: bool}> who can own something, by name, at most 500 */
	public function membersOf(Organisation $organisation): array {
		$managers = array_map(static fn (IUser $user): string => $user->getUID(), $this->inGroup($organisation->getManagersGroup()));
		$members = array_map(static fn (IUser $user): array => [
			'id' => $user->getUID(),
			'displayName' => $user->getDisplayName(),
			'manager' => in_array($user->getUID(), $managers, true),
		], array_slice($this->listed($organisation), 0, self::NAMED));
		usort($members, static fn (array $one, array $other): int => Util::naturalSortCompare($one['displayName'], $other['displayName']));
		return $members;
	}

	/** @return IUser|null null for a stranger to the organisation, and for nobody */
	public function find(Organisation $organisation, string $uid): ?IUser {
		$user = $this->users->get($uid);
		$groups = $user === null ? [] : array_values(array_map(strval(...), $this->groups->getUserGroupIds($user)));
		return Role::in($organisation, $groups) === null ? null : $user;
	}

	/** @return list<IUser> each once, those who manage and publish first */
	private function listed(Organisation $organisation): array {
		$users = [];
		foreach ([$organisation->getManagersGroup(), $organisation->getPublishersGroup(), $organisation->getMembersGroup()] as $id) {
			foreach ($this->inGroup($id) as $user) {
				$users[$user->getUID()] ??= $user;
			}
		}
		return array_values($users);
	}

	/**
	 * @param string|null $group null when it was deleted
	 * @return array<IUser>
	 */
	private function inGroup(?string $group): array {
		$found = $group === null || $group === '' ? null : $this->groups->get($group);
		return $found?->searchUsers('', self::NAMED) ?? [];
	}
}
