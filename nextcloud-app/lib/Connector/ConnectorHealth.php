<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Config\Lexicon;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;
use Psr\Log\LoggerInterface;

/**
 * How the connector last did, for people who look. While all is well it writes once a day, since a row written at
 * every contact would be most of what this app costs a large Nextcloud.
 */
final class ConnectorHealth {
	private const DAY = 86_400;

	public function __construct(
		private IAppConfig $config,
		private ConnectorSettings $settings,
		private Place $place,
		private ConnectorSentences $sentences,
		private ITimeFactory $time,
		private LoggerInterface $logger,
	) {
	}

	public function succeeded(): void {
		$recovered = $this->config->getAppValueString(Lexicon::CONNECTOR_PROBLEM, lazy: true) !== '';
		if ($recovered) {
			$this->config->setAppValueString(Lexicon::CONNECTOR_PROBLEM, '', lazy: true);
			$this->logger->info('The connector answers again.');
		}
		if ($recovered || $this->time->getTime() - $this->lastContact() >= self::DAY) {
			$this->config->setAppValueInt(Lexicon::LAST_CONTACT, $this->time->getTime(), lazy: true);
		}
	}

	public function failed(ConnectorFailure $failure): void {
		if ($this->config->getAppValueString(Lexicon::CONNECTOR_PROBLEM, lazy: true) !== $failure->cause) {
			$this->config->setAppValueString(Lexicon::CONNECTOR_PROBLEM, $failure->cause, lazy: true);
			$this->logger->warning('The connector could not be used: {cause} {status}', ['cause' => $failure->cause, 'status' => $failure->status]);
		}
	}

	/** @return array{configured: bool, lastContact: string|null, problem: string|null, moved: bool} */
	public function show(): array {
		$problem = $this->config->getAppValueString(Lexicon::CONNECTOR_PROBLEM, lazy: true);
		return [
			'configured' => $this->settings->isComplete(),
			'lastContact' => $this->lastContact() === 0 ? null : Clock::show($this->lastContact() * 1000),
			'problem' => $problem === '' ? null : $this->sentences->of(new ConnectorFailure($problem)),
			'moved' => $this->place->isElsewhere(),
		];
	}

	private function lastContact(): int {
		return $this->config->getAppValueInt(Lexicon::LAST_CONTACT, lazy: true);
	}
}
