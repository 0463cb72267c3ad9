<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Plan;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Organisation\Access;
use OCA\EmancipAsso\Organisation\People;

/** Tells owners of actions that are due, once before the day and once after it. */
final class Reminders {
	/** Actions that are read at once. */
	private const BATCH = 200;

	public function __construct(
		private DocumentMapper $documents,
		private OrganisationMapper $organisations,
		private People $people,
		private Access $access,
		private OwnerNotices $notices,
	) {
	}

	/** @param string $today ISO day */
	public function send(string $today): void {
		do {
			$due = $this->documents->findToRemind($today, Deadline::horizon($today), ActionStatus::SETTLED, self::BATCH);
			$organisations = $this->organisations->findByIds(array_map(static fn (Document $document): int => $document->getOrganisationId(), $due));
			foreach ($due as $document) {
				$this->remind($document, $organisations[$document->getOrganisationId()] ?? null, $today);
			}
		} while (count($due) === self::BATCH);
	}

	private function remind(Document $document, ?Organisation $organisation, string $today): void {
		$stage = Deadline::stage($document->getDueDate() ?? '', $today);
		if ($stage === null) {
			return;
		}
		// Noted first: a round that is cut off leaves one untold, and tells nobody twice.
		$this->documents->noteReminder($document->getId(), $stage);
		$owner = $organisation === null ? null : $this->people->find($organisation, $document->getOwner() ?? '');
		if ($owner !== null && $this->access->isOpenTo($owner)) {
			$this->notices->remind($document, $owner->getUID(), $stage);
		}
	}
}
