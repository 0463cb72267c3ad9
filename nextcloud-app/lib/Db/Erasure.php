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
 * Something that the connector must be asked to forget or to withdraw, or was asked and did.
 *
 * @method string getKind()
 * @method void setKind(string $kind) `organisations`, `members`, `needs` or `withdrawals` of needs
 * @method string getSubject()
 * @method void setSubject(string $subject) the opaque id that the connector knows
 * @method string|null getOrganisation()
 * @method void setOrganisation(string|null $organisation) the one in whose name it is asked, by the id that the connector knows
 * @method int getAskedAt()
 * @method void setAskedAt(int $askedAt)
 * @method int|null getDoneAt()
 * @method void setDoneAt(int|null $doneAt) null while the connector has not said that it did
 */
final class Erasure extends Entity {
	protected string $kind = '';
	protected string $subject = '';
	protected ?string $organisation = null;
	protected int $askedAt = 0;
	protected ?int $doneAt = null;

	public function __construct() {
		$this->addType('askedAt', Types::BIGINT);
		$this->addType('doneAt', Types::BIGINT);
	}
}
