<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\BackgroundJob;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Connector\ChangeFeed;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Connector\Place;
use OCA\EmancipAsso\Erasure\Erasures;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** Every quarter of an hour: one conditional request, and what still has to be erased at the connector. */
final class FollowConnector extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private ChangeFeed $feed,
		private Erasures $erasures,
		private ConnectorSettings $settings,
		private Place $place,
		private IAppConfig $config,
	) {
		parent::__construct($time);
		$this->setInterval(15 * 60);
		$this->setAllowParallelRuns(false);
	}

	protected function run(mixed $argument): void {
		if (!$this->settings->isComplete()) {
			return;
		}
		$this->place->rememberFirst();
		// Most Nextclouds start their jobs at the same second of the same minute.
		usleep(random_int(0, 1_000_000 * max(0, min(60, $this->config->getAppValueInt(Lexicon::JITTER_SECONDS, 10, lazy: true)))));
		try {
			$this->feed->follow();
			if ($this->erasures->pending() > 0) {
				$this->erasures->carryOut();
			}
		} catch (ConnectorFailure) {
			// Noted where the state of the connector is kept; the next round tries again.
		}
	}
}
