<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Organisation;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\App\IAppManager;
use OCP\IUser;

/** Whether the app is open to a person. Nextcloud asks that for pages and routes; for searches and notices the app must. */
final class Access {
	public function __construct(
		private IAppManager $apps,
		private Rights $rights,
	) {
	}

	public function isOpenTo(IUser $user): bool {
		return $this->apps->isEnabledForUser(Application::APP_ID, $user);
	}

	/** @return list<Membership> by name of the organisation; none when the app is closed to the person */
	public function membershipsOf(IUser $user): array {
		return $this->isOpenTo($user) ? $this->rights->membershipsOf($user->getUID()) : [];
	}
}
