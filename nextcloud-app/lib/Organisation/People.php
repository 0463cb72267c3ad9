<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;
use OCP\IGroupManager;
use OCP\Util;

/** The people in the groups of an organisation. */
final class People {
	/** Names that are looked for in a text while a person waits. */
	private const NAMED = 500;

	public function __construct(
		private IGroupManager $groups,
	) {
	}

	/**
	 * When there are too many, those who manage and publish come first: texts name them most.
	 *
	 * @return list<string> display names, sorted, each once, at most 500
	 */
	public function namesOf(Organisation $organisation): array {
		$names = [];
		foreach ([$organisation->getManagersGroup(), $organisation->getPublishersGroup(), $organisation->getMembersGroup()] as $id) {
			$group = $id === null || $id === '' ? null : $this->groups->get($id);
			foreach ($group?->searchUsers('', self::NAMED) ?? [] as $user) {
				$names[] = $user->getDisplayName();
			}
		}
		$names = array_slice(array_values(array_unique($names)), 0, self::NAMED);
		usort($names, Util::naturalSortCompare(...));
		return $names;
	}
}
