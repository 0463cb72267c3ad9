<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;

/** What the groups of a person let them do for an organisation. */
final class Role {
	private function __construct(
		public readonly bool $manager,
		public readonly bool $publisher,
	) {
	}

	/**
	 * Each of the three groups makes a member: who manages an association belongs to it.
	 *
	 * @param list<string> $groups of the person
	 * @return self|null null for a stranger
	 */
	public static function in(Organisation $organisation, array $groups): ?self {
		$has = static fn (?string $group): bool => $group !== null && $group !== '' && in_array($group, $groups, true);
		$manager = $has($organisation->getManagersGroup());
		$publisher = $has($organisation->getPublishersGroup());
		return $manager || $publisher || $has($organisation->getMembersGroup()) ? new self($manager, $publisher) : null;
	}
}
