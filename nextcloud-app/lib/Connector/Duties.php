<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\ErasureMapper;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCP\AppFramework\Db\TTransactional;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IDBConnection;

/** What this Nextcloud has at its connector, and owes it: only that connector can correct, withdraw or erase it. */
final class Duties {
	use TTransactional;

	public function __construct(
		private DocumentMapper $documents,
		private ErasureMapper $erasures,
		private OrganisationMapper $organisations,
		private IAppConfig $config,
		private IDBConnection $db,
	) {
	}

	/** @return array{organisations: int, published: int, erasures: int} */
	public function count(): array {
		return ['organisations' => $this->organisations->countKnownToConnector(), 'published' => $this->documents->countOutside(), 'erasures' => $this->erasures->count()];
	}

	public function areDone(): bool {
		return array_sum($this->count()) === 0;
	}

	/**
	 * What stays outside when they are given up.
	 *
	 * @return list<string> lines for a person
	 */
	public function describe(): array {
		$lines = [];
		foreach ($this->organisations->findAll() as $organisation) {
			foreach ($this->documents->findOutside($organisation->getId()) as $need) {
				$lines[] = "need {$need->getUuid()}: {$need->getTitle()} ({$organisation->getName()})";
			}
			if ($organisation->getSharedAt() !== null) {
				$lines[] = "organisations/{$organisation->getPublicId()}: {$organisation->getName()}";
			}
		}
		foreach ($this->erasures->findSome(10_000) as $erasure) {
			$lines[] = "{$erasure->getKind()}/{$erasure->getSubject()}: erased here already";
		}
		return $lines;
	}

	/** Forgets them without a word to the connector. What is published stays published, and the documents become drafts. */
	public function giveUp(): void {
		$this->atomic(function (): void {
			$this->documents->forgetOutside();
			$this->organisations->forgetSharing();
			$this->erasures->deleteAll();
		}, $this->db);
		$this->config->deleteAppValue(Lexicon::MEMBER_SECRET);
	}
}
