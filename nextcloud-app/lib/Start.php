<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso;

use OCA\EmancipAsso\Connector\ConnectorHealth;
use OCA\EmancipAsso\Organisation\GroupChoice;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCA\EmancipAsso\Organisation\Rights;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IUserManager;

/** What the first screen needs, in one answer: also put into the page, which saves it a call. */
final class Start {
	public function __construct(
		private Rights $rights,
		private OrganisationDirectory $organisations,
		private GroupChoice $choice,
		private ConnectorHealth $health,
		private PackStore $packs,
		private IUserManager $users,
		private IGroupManager $groups,
		private IL10N $l,
	) {
	}

	/** @return array<string, mixed> */
	public function show(string $uid): array {
		return [
			'user' => [
				'id' => $uid,
				'displayName' => $this->users->getDisplayName($uid) ?? $uid,
				'language' => $this->l->getLanguageCode(),
				'admin' => $this->groups->isAdmin($uid),
			],
			'organisations' => array_map(fn (Membership $membership): array => $this->organisations->show($membership), $this->rights->membershipsOf($uid)),
			'groups' => $this->choice->list($uid),
			'connector' => $this->health->show(),
			'packs' => $this->packs->show(),
		];
	}
}
