<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCP\IGroupManager;

/**
 * Organisations of which a group is gone: deleted, or no longer known to the directory service that it came from. Their
 * documents stay, and an administrator says whose they are from now on.
 */
final class LostGroups {
	public const ROLES = ['members', 'managers', 'publishers'];

	public function __construct(
		private OrganisationMapper $organisations,
		private IGroupManager $groups,
	) {
	}

	/** @return list<array{id: string, name: string, missing: non-empty-list<value-of<self::ROLES>>}> */
	public function list(): array {
		$found = [];
		foreach ($this->organisations->findAll() as $organisation) {
			$missing = $this->of($organisation);
			if ($missing !== []) {
				$found[] = ['id' => $organisation->getPublicId(), 'name' => $organisation->getName(), 'missing' => $missing];
			}
		}
		return $found;
	}

	/** @return list<value-of<self::ROLES>> the rights that nobody has any more */
	public function of(Organisation $organisation): array {
		return array_values(array_filter(self::ROLES, fn (string $role): bool => !$this->exists(self::group($organisation, $role))));
	}

	/** @param value-of<self::ROLES> $role */
	public static function group(Organisation $organisation, string $role): ?string {
		return match ($role) {
			'members' => $organisation->getMembersGroup(),
			'managers' => $organisation->getManagersGroup(),
			'publishers' => $organisation->getPublishersGroup(),
		};
	}

	private function exists(?string $group): bool {
		return $group !== null && $group !== '' && $this->groups->groupExists($group);
	}
}
