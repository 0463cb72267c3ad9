<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\HistoryMapper;
use OCA\EmancipAsso\Db\WorkshopMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\IL10N;

/**
 * Who manages deletes; a member deletes a diagnosis that they began themselves, in which nobody else has written, that
 * is not closed and has no workshop.
 */
final class OwnDiagnosis {
	public function __construct(
		private HistoryMapper $entries,
		private WorkshopMapper $workshops,
		private ClosedDiagnosis $closed,
		private IL10N $l,
	) {
	}

	/**
	 * @param list<Document> $documents of the organisation
	 * @return list<int> ids of the rows that the person may delete
	 */
	public function deletable(Membership $membership, array $documents): array {
		$idOf = static fn (Document $document): int => $document->getId();
		if ($membership->role->manager) {
			return array_map($idOf, $documents);
		}
		$open = array_values(array_filter($documents, fn (Document $document): bool => $document->getKind() === 'diagnosis' && !$this->closed->isClosed($document)));
		$own = $this->entries->findAllBy(array_map($idOf, $open), $membership->uid);
		return array_values(array_diff($own, $this->workshops->findDocuments($own)));
	}

	/** @throws Problem forbidden */
	public function guardDeletion(Membership $membership, Document $document): void {
		if ($this->deletable($membership, [$document]) === []) {
			throw new Problem('forbidden', $document->getKind() === 'diagnosis'
				? $this->l->t('You may delete a diagnosis that you began yourself, in which nobody else has written, that is not closed and has no workshop. For this one, ask a person who manages the organisation.')
				: $this->l->t('Only the people who manage the organisation may do this. Ask one of them.'));
		}
	}
}
