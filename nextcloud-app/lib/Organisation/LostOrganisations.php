<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\IGroupManager;
use OCP\IL10N;
use stdClass;

/**
 * What an administrator does, in the settings, for an organisation of which the group that managed it was deleted. They
 * read nothing of what it wrote, neither here nor as a member of a group that they choose.
 */
final class LostOrganisations {
	public function __construct(
		private OrganisationMapper $organisations,
		private OrganisationDirectory $directory,
		private LostGroups $lost,
		private Rights $rights,
		private IGroupManager $groups,
		private IL10N $l,
	) {
	}

	/** @throws Problem not-found, invalid-input, forbidden */
	public function reassign(string $uid, string $publicId, stdClass $body): void {
		$organisation = $this->find($publicId);
		$fields = new Fields($this->l, $body);
		$chosen = [];
		foreach (LostGroups::ROLES as $role) {
			if ($fields->has($role)) {
				$chosen[$role] = $this->group($fields, $role, $uid);
			}
		}
		foreach (array_diff(array_keys($chosen), LostGroups::deleted($organisation)) as $role) {
			throw new Problem('invalid-input', $this->l->t('Choose a group in place of one that was deleted; the others stay as they are.'), $role);
		}
		if (!isset($chosen['managers'])) {
			throw new Problem('invalid-input', $this->l->t('Choose the group that manages it too: without one, nobody looks after it.'), 'managers');
		}
		$this->lost->give($organisation, $chosen);
	}

	/**
	 * @return array{documents: int, connector: 'erased'|'nothing-published'|'unreachable'}
	 * @throws Problem not-found
	 */
	public function purge(string $publicId): array {
		return $this->directory->delete($this->find($publicId));
	}

	/** Whoever manages an organisation decides about it, also when their group is only out of reach: nothing of theirs is found here. */
	private function find(string $publicId): Organisation {
		try {
			$organisation = $this->organisations->findByPublicId($publicId);
		} catch (DoesNotExistException) {
			throw $this->rights->notFound();
		}
		return in_array('managers', LostGroups::deleted($organisation), true) ? $organisation : throw $this->rights->notFound();
	}

	/** @param value-of<LostGroups::ROLES> $role */
	private function group(Fields $fields, string $role, string $uid): string {
		$group = $fields->text($role, 64, 1);
		if (!$this->groups->groupExists($group)) {
			throw new Problem('invalid-input', $this->l->t('This group does not exist. Choose another one.'), $role);
		}
		if ($this->groups->isInGroup($uid, $group)) {
			throw new Problem('forbidden', $this->l->t('You are in this group, and would read what the organisation wrote. Choose a group that you are not in, or ask who runs the server to do it on its command line.'), $role);
		}
		return $group;
	}
}
