<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCP\IL10N;
use OCP\IUserManager;

/** Names of people, looked up when they are shown: what is kept is only their id, so that it can be forgotten. */
final class MemberNames {
	public function __construct(
		private IUserManager $users,
		private IL10N $l,
	) {
	}

	public function of(?string $uid): string {
		$name = $uid === null || $uid === '' ? null : $this->users->getDisplayName($uid);
		return $name ?? $this->l->t('Former member');
	}
}
