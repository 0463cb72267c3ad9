<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Erasure;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Connector\ConnectorClient;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Db\Erasure;
use OCA\EmancipAsso\Db\ErasureMapper;
use OCP\DB\Exception as DatabaseException;

/** What the connector must forget. Kept until the connector has said that it did. */
final class Erasures {
	/** Asked at a time, so that a job stays short. */
	private const BATCH = 20;

	public function __construct(
		private ErasureMapper $erasures,
		private ConnectorClient $client,
		private Clock $clock,
	) {
	}

	/** @param 'organisations'|'members' $kind */
	public function ask(string $kind, string $subject): void {
		$erasure = new Erasure();
		$erasure->setKind($kind);
		$erasure->setSubject($subject);
		$erasure->setAskedAt($this->clock->now());
		try {
			$this->erasures->insert($erasure);
		} catch (DatabaseException $exception) {
			if ($exception->getReason() !== DatabaseException::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $exception;
			}
		}
	}

	/** Asks for some of them, as far as the connector answers. */
	public function carryOut(): void {
		foreach ($this->erasures->findSome(self::BATCH) as $erasure) {
			try {
				$this->client->send('DELETE', "/{$erasure->getKind()}/{$erasure->getSubject()}");
			} catch (ConnectorFailure $failure) {
				if ($failure->concernsConnection() || $failure->isRefusal(429)) {
					return;
				}
				// What the connector never knew is forgotten; what it refuses waits behind the others.
				if (!$failure->isRefusal(404)) {
					$erasure->setAskedAt($this->clock->now());
					$this->erasures->update($erasure);
					continue;
				}
			}
			$this->erasures->delete($erasure);
		}
	}

	/** @param 'organisations'|'members' $kind */
	public function isPending(string $kind, string $subject): bool {
		return $this->erasures->has($kind, $subject);
	}

	public function pending(): int {
		return $this->erasures->count();
	}
}
