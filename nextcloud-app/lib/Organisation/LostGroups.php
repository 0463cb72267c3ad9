<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCP\IGroupManager;

/**
 * Organisations of which a group is gone. Their documents stay. Where Nextcloud told that a group was deleted, somebody
 * chooses another; one that it cannot find, and whose id therefore still stands here, is there again as soon as the
 * directory service that it comes from is.
 */
final class LostGroups {
	public const ROLES = ['members', 'managers', 'publishers'];

	public function __construct(
		private OrganisationMapper $organisations,
		private DocumentMapper $documents,
		private IGroupManager $groups,
	) {
	}

	/** @return list<array{id: string, name: string, missing: non-empty-list<value-of<self::ROLES>>, unreachable: list<value-of<self::ROLES>>, since: string|null, documents: int}> nothing of what they wrote */
	public function list(): array {
		$found = [];
		$documents = null;
		foreach ($this->organisations->findAll() as $organisation) {
			$missing = $this->of($organisation);
			if ($missing !== []) {
				$documents ??= $this->documents->countByOrganisation();
				$found[] = [
					'id' => $organisation->getPublicId(),
					'name' => $organisation->getName(),
					'missing' => $missing,
					'unreachable' => $this->unreachable($organisation),
					'since' => $organisation->getLostAt() === null ? null : Clock::show($organisation->getLostAt()),
					'documents' => $documents[$organisation->getId()] ?? 0,
				];
			}
		}
		return $found;
	}

	/** @return list<value-of<self::ROLES>> the rights that nobody has now */
	public function of(Organisation $organisation): array {
		return array_values(array_filter(self::ROLES, fn (string $role): bool => !$this->exists(self::group($organisation, $role))));
	}

	/** @return list<value-of<self::ROLES>> the rights whose group nobody deleted, and which cannot be found now */
	public function unreachable(Organisation $organisation): array {
		return array_values(array_diff($this->of($organisation), self::deleted($organisation)));
	}

	/** @return list<value-of<self::ROLES>> the rights whose group was deleted, as Nextcloud told */
	public static function deleted(Organisation $organisation): array {
		return array_values(array_filter(self::ROLES, static fn (string $role): bool => in_array(self::group($organisation, $role), [null, ''], true)));
	}

	/**
	 * Gives groups to an organisation.
	 *
	 * @param array<value-of<self::ROLES>, string> $chosen ids of groups that exist, by the right that each gives
	 */
	public function give(Organisation $organisation, array $chosen): void {
		foreach ($chosen as $role => $group) {
			match ($role) {
				'members' => $organisation->setMembersGroup($group),
				'managers' => $organisation->setManagersGroup($group),
				'publishers' => $organisation->setPublishersGroup($group),
			};
		}
		if (self::deleted($organisation) === []) {
			$organisation->setLostAt(null);
		}
		$this->organisations->update($organisation);
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
