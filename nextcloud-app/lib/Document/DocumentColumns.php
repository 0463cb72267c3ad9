<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Db\Organisation;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\People;
use OCP\IL10N;

/** What is kept of a document beside its content, for lists, reminders and searches: read from what was sent. */
final class DocumentColumns {
	public function __construct(
		private People $people,
		private IL10N $l,
	) {
	}

	/**
	 * What was not sent stays.
	 *
	 * @throws Problem invalid-input
	 */
	public function fill(Document $document, Fields $fields, Organisation $organisation): void {
		$before = [$document->getDueDate(), $document->getOwner()];
		if ($fields->has('title')) {
			$document->setTitle($fields->text('title', 200));
		}
		if ($fields->has('status')) {
			$document->setStatus($fields->text('status', 40));
		}
		if ($fields->has('dueDate')) {
			$document->setDueDate($fields->date('dueDate'));
		}
		if ($fields->has('owner')) {
			$document->setOwner($this->owner($fields, $organisation, $document->getOwner()));
		}
		if ($before !== [$document->getDueDate(), $document->getOwner()]) {
			// Another day, or another person: both hear of it anew.
			$document->setReminded(null);
		}
	}

	/** Who belongs no longer may stay the owner, and cannot be chosen. */
	private function owner(Fields $fields, Organisation $organisation, ?string $present): ?string {
		$uid = $fields->isNull('owner') ? null : $fields->text('owner', 64, 1);
		if ($uid === null || $uid === $present) {
			return $uid;
		}
		return $this->people->find($organisation, $uid)?->getUID()
			?? throw new Problem('invalid-input', $this->l->t('This person does not belong to the organisation. Choose someone who does.'), 'owner');
	}
}
