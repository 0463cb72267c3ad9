<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Pack\PackCopy;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\AppFramework\Services\IAppConfig;
use Psr\Log\LoggerInterface;

/** Follows the connector with one conditional request, and fetches only the packs that it names as new. */
final class ChangeFeed {
	/** A pack is fetched in the background: it may take its time, and be large. */
	private const PACK_PATIENCE = 30.0;
	private const PACK_LIMIT = 40_000_000;

	public function __construct(
		private ConnectorClient $client,
		private PackStore $packs,
		private Erasures $erasures,
		private IAppConfig $config,
		private LoggerInterface $logger,
	) {
	}

	/**
	 * @param bool $afresh asks without saying what is known, so that the packs are named for certain
	 * @return bool whether all packs are here; what is missing is asked for again in the next round
	 * @throws ConnectorFailure
	 */
	public function follow(bool $afresh = false): bool {
		$cursor = $this->config->getAppValueString(Lexicon::CHANGES_CURSOR, lazy: true);
		$etag = $afresh ? '' : $this->config->getAppValueString(Lexicon::CHANGES_ETAG, lazy: true);
		try {
			$reply = $this->ask($cursor, $etag);
		} catch (ConnectorFailure $failure) {
			if ($failure->status !== 410) {
				throw $failure;
			}
			// The connector was restored from a backup: what it had erased since is there again.
			$this->erasures->repeat();
			$reply = $this->ask('', '');
		}
		if ($reply->status === 304) {
			return true;
		}
		$changes = $reply->json();
		if (!is_string($changes->cursor ?? null) || !is_array($changes->packs ?? null)) {
			throw new ConnectorFailure('not-a-connector', $reply->status);
		}
		$complete = true;
		foreach ($changes->packs as $line) {
			$complete = $this->fetch(PackCopy::read($line)) && $complete;
		}
		$this->config->setAppValueString(Lexicon::CHANGES_CURSOR, $changes->cursor, lazy: true);
		// Without the validator the next round names the packs again, and what failed is tried again.
		$this->config->setAppValueString(Lexicon::CHANGES_ETAG, $complete ? $reply->header('ETag') : '', lazy: true);
		return $complete;
	}

	private function ask(string $cursor, string $etag): ConnectorReply {
		$query = $cursor === '' ? '' : '?' . http_build_query(['after' => $cursor]);
		return $this->client->send('GET', '/changes' . $query, $etag === '' ? [] : ['If-None-Match' => $etag]);
	}

	private function fetch(?PackCopy $announced): bool {
		if ($announced === null || $this->packs->has($announced)) {
			return true;
		}
		try {
			$bytes = $this->client->send('GET', "/packs/{$announced->name}/{$announced->version}", patience: self::PACK_PATIENCE, limit: self::PACK_LIMIT)->body;
		} catch (ConnectorFailure $failure) {
			$this->logger->warning('The pack {name} {version} could not be fetched: {cause}', ['name' => $announced->name, 'version' => $announced->version, 'cause' => $failure->cause]);
			return false;
		}
		if (!$this->packs->keep($announced, $bytes)) {
			$this->logger->warning('The pack {name} {version} is not what was announced; the older copy stays', ['name' => $announced->name, 'version' => $announced->version]);
			return false;
		}
		return true;
	}
}
