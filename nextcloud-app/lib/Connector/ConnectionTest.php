<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\App\IAppManager;
use OCP\IL10N;

/** Tries the connection with the call that background work makes, and names the cause when it fails. */
final class ConnectionTest {
	public function __construct(
		private ConnectorClient $client,
		private ConnectorSentences $sentences,
		private IAppManager $apps,
		private IL10N $l,
	) {
	}

	/**
	 * @param float $patience in seconds
	 * @param Connection|null $candidate to try instead of the one that is set
	 * @return array{ok: bool, cause: string, message: string, version: string|null}
	 */
	public function run(float $patience = 3.0, ?Connection $candidate = null): array {
		$version = null;
		try {
			$changes = $this->client->send('GET', '/changes?limit=1', patience: $patience, candidate: $candidate)->json();
			if (!is_string($changes->cursor ?? null) || !is_string($changes->version ?? null)) {
				throw new ConnectorFailure('not-a-connector');
			}
			$version = mb_substr($changes->version, 0, 40);
			if (!self::understand($this->apps->getAppVersion(Application::APP_ID), $version)) {
				throw new ConnectorFailure('version');
			}
		} catch (ConnectorFailure $failure) {
			$cause = $failure->cause === 'refused' ? 'error' : $failure->cause;
			return ['ok' => false, 'cause' => $cause, 'message' => $this->sentences->of($failure), 'version' => $version];
		}
		return ['ok' => true, 'cause' => 'ok', 'message' => $this->l->t('The connection works.'), 'version' => $version];
	}

	/** App and connector work with one minor version older or newer of the other. */
	public static function understand(string $ours, string $theirs): bool {
		$numbers = static fn (string $version): array => array_map(intval(...), [...explode('.', $version), '0', '0']);
		[$ourMajor, $ourMinor] = $numbers($ours);
		[$theirMajor, $theirMinor] = $numbers($theirs);
		return $ourMajor === $theirMajor && abs($ourMinor - $theirMinor) <= 1;
	}
}
