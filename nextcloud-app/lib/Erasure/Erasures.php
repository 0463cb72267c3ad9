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

/**
 * What the connector must forget or withdraw: asked for until it has said that it did, and remembered for a year, because
 * a connector that is restored from a backup knows again what it had forgotten since.
 */
final class Erasures {
	/** Asked at a time, so that a job stays short. */
	private const BATCH = 20;
	/** In milliseconds: nobody restores an older backup. */
	private const REMEMBERED = 365 * 86_400_000;

	public function __construct(
		private ErasureMapper $erasures,
		private ConnectorClient $client,
		private Clock $clock,
	) {
	}

	/** @param 'organisations'|'members' $kind */
	public function ask(string $kind, string $subject): void {
		$this->keep($kind, $subject, null, null);
		$this->erasures->reopen($kind, $subject);
	}

	/**
	 * Notes what the connector has done already, to ask for it again when it was restored from a backup.
	 *
	 * @param 'needs'|'withdrawals' $kind
	 */
	public function remember(string $kind, string $subject, string $organisation): void {
		$this->keep($kind, $subject, $organisation, $this->clock->now());
	}

	/** The connector may have forgotten that it did: all is asked for again. */
	public function repeat(): void {
		$this->erasures->reopen();
	}

	public function forgetAll(): void {
		$this->erasures->deleteAll();
	}

	/** Asks for some of them, as far as the connector answers. */
	public function carryOut(): void {
		foreach ($this->erasures->findSome(self::BATCH) as $erasure) {
			try {
				$this->send($erasure);
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
			$erasure->setDoneAt($this->clock->now());
			$this->erasures->update($erasure);
		}
	}

	/** @param 'organisations'|'members' $kind */
	public function isPending(string $kind, string $subject): bool {
		return $this->erasures->has($kind, $subject);
	}

	public function pending(): int {
		return $this->erasures->count();
	}

	/** @throws ConnectorFailure */
	private function send(Erasure $erasure): void {
		$organisation = $erasure->getOrganisation();
		$headers = $organisation === null ? [] : ['Emancipasso-Organisation' => $organisation];
		$erasure->getKind() === 'withdrawals'
			? $this->client->send('POST', "/needs/{$erasure->getSubject()}/withdraw", $headers)
			: $this->client->send('DELETE', "/{$erasure->getKind()}/{$erasure->getSubject()}", $headers);
	}

	private function keep(string $kind, string $subject, ?string $organisation, ?int $doneAt): void {
		$this->erasures->deleteDoneBefore($this->clock->now() - self::REMEMBERED);
		$erasure = new Erasure();
		$erasure->setKind($kind);
		$erasure->setSubject($subject);
		$erasure->setOrganisation($organisation);
		$erasure->setAskedAt($this->clock->now());
		$erasure->setDoneAt($doneAt);
		try {
			$this->erasures->insert($erasure);
		} catch (DatabaseException $exception) {
			if ($exception->getReason() !== DatabaseException::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $exception;
			}
		}
	}
}
