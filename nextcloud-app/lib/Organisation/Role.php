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
	 * @param list<string> $groups of the person
	 * @return self|null null for a stranger
	 */
	public static function in(Organisation $organisation, array $groups): ?self {
		return self::of($organisation->getMembersGroup(), $organisation->getManagersGroup(), $organisation->getPublishersGroup(), $groups);
	}

	/**
	 * Each of the three groups makes a member: who manages an association belongs to it.
	 *
	 * @param string|null $members null when the group was deleted
	 * @param list<string> $groups of the person
	 * @return self|null null for a stranger
	 */
	public static function of(?string $members, ?string $managers, ?string $publishers, array $groups): ?self {
		$has = static fn (?string $group): bool => $group !== null && $group !== '' && in_array($group, $groups, true);
		return $has($members) || $has($managers) || $has($publishers) ? new self($has($managers), $has($publishers)) : null;
	}
}
