<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Db;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One past save: the merge patch that made a revision.
 *
 * @method int getDocumentId()
 * @method void setDocumentId(int $documentId)
 * @method int getRevision()
 * @method void setRevision(int $revision)
 * @method string getPatch()
 * @method void setPatch(string $patch)
 * @method int getSavedAt()
 * @method void setSavedAt(int $savedAt)
 * @method string|null getSavedBy()
 * @method void setSavedBy(?string $savedBy)
 */
final class HistoryEntry extends Entity {
	protected int $documentId = 0;
	protected int $revision = 0;
	protected string $patch = '';
	protected int $savedAt = 0;
	protected ?string $savedBy = null;

	public function __construct() {
		$this->addType('documentId', Types::BIGINT);
		$this->addType('revision', Types::INTEGER);
		$this->addType('savedAt', Types::BIGINT);
	}
}
