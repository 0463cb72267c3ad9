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
 * Something that the connector must still be asked to forget.
 *
 * @method string getKind()
 * @method void setKind(string $kind) `organisations` or `members`
 * @method string getSubject()
 * @method void setSubject(string $subject) the opaque id that the connector knows
 * @method int getAskedAt()
 * @method void setAskedAt(int $askedAt)
 */
final class Erasure extends Entity {
	protected string $kind = '';
	protected string $subject = '';
	protected int $askedAt = 0;

	public function __construct() {
		$this->addType('askedAt', Types::BIGINT);
	}
}
