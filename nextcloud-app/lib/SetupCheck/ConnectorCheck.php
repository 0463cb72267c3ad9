<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\SetupCheck;

use OCA\EmancipAsso\Connector\ConnectionTest;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Connector\Place;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Whether the connector answers, on the administrator's overview. It waits two seconds at most. */
final class ConnectorCheck implements ISetupCheck {
	private const PATIENCE = 1.9;

	public function __construct(
		private ConnectorSettings $settings,
		private Place $place,
		private ConnectionTest $test,
		private IL10N $l,
	) {
	}

	public function getCategory(): string {
		return 'emancipasso';
	}

	public function getName(): string {
		return $this->l->t('Émancip’Asso: connector of the community');
	}

	public function run(): SetupResult {
		if (!$this->settings->isComplete()) {
			return SetupResult::info($this->l->t('This cloud is not joined to a community yet. The diagnosis and the drafts work without one; the directory and the forum come with it.'));
		}
		if ($this->place->isElsewhere()) {
			return SetupResult::error($this->l->t('This Nextcloud was moved or copied since it was joined to the community. Until you say which, nothing is sent from here. Answer in Administration settings → Émancip’Asso, or with occ emancipasso:moved.'));
		}
		$finding = $this->test->run(self::PATIENCE);
		if (!$finding['ok']) {
			return SetupResult::warning($finding['message']);
		}
		if ($this->isReadableOnTheWay()) {
			return SetupResult::warning($this->l->t('The connector works, but over http: what is published and the token can be read on the way. Use its https:// address.'));
		}
		return SetupResult::success($finding['message']);
	}

	private function isReadableOnTheWay(): bool {
		$parts = parse_url($this->settings->url());
		$host = trim((string)($parts['host'] ?? ''), '[]');
		$isLocal = $host === 'localhost' || !str_contains($host, '.') && !str_contains($host, ':')
			|| filter_var($host, FILTER_VALIDATE_IP) !== false && filter_var($host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) === false;
		return ($parts['scheme'] ?? '') === 'http' && !$isLocal;
	}
}
