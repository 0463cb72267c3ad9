<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Document;

use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\IL10N;
use stdClass;

/**
 * Who manages closes a diagnosis and opens it again; while it is closed, the others change nothing in it but what is
 * decided about its advice.
 */
final class ClosedDiagnosis {
	private const STATUS = 'analysed';

	public function __construct(
		private IL10N $l,
	) {
	}

	public function isClosed(Document $document): bool {
		return $document->getKind() === 'diagnosis' && $document->getStatus() === self::STATUS;
	}

	/**
	 * @param Document $document as it would be after the change
	 * @param string|null $status what it had before; null for a new one
	 * @param stdClass $patch the change, or all that a new one holds
	 * @throws Problem forbidden
	 */
	public function guard(Membership $membership, Document $document, ?string $status, stdClass $patch): void {
		if ($document->getKind() !== 'diagnosis' || $membership->role->manager) {
			return;
		}
		$wasClosed = $status === self::STATUS;
		$parts = array_keys(get_object_vars($patch));
		if ($wasClosed !== ($document->getStatus() === self::STATUS) || in_array('closedAt', $parts, true) || ($wasClosed && array_diff($parts, ['decisions']) !== [])) {
			throw new Problem('forbidden', $this->l->t('Only the people who manage the organisation may close a diagnosis, open it again, or change one that is closed. Ask one of them.'));
		}
	}
}
