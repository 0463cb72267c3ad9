<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Db\Organisation;
use OCP\IURLGenerator;

/** Addresses of the app's views from elsewhere in the Nextcloud. They name the organisation: a person may be in several. */
final class AppAddress {
	private const VIEWS = ['action' => 'plan', 'diagnosis' => 'diagnosis', 'need' => 'needs'];

	public function __construct(
		private IURLGenerator $urls,
	) {
	}

	/** @param 'action'|'diagnosis'|'need' $kind */
	public function ofDocument(string $kind, string $uuid, Organisation $organisation): string {
		return $this->of(self::VIEWS[$kind] . "/$uuid", $organisation);
	}

	public function of(string $path, Organisation $organisation): string {
		return rtrim($this->start(), '/') . "/$path?organisation=" . rawurlencode($organisation->getPublicId());
	}

	public function start(): string {
		return $this->urls->linkToRouteAbsolute('emancipasso.page.index');
	}

	public function icon(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}
}
