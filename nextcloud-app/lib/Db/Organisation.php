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
 * The root of every private row. A group that was deleted is null: nobody has its right any more, not even the
 * members of a later group of the same name.
 *
 * @method string getPublicId()
 * @method void setPublicId(string $publicId)
 * @method string getName()
 * @method void setName(string $name)
 * @method string|null getMembersGroup()
 * @method void setMembersGroup(?string $group)
 * @method string|null getManagersGroup()
 * @method void setManagersGroup(?string $group)
 * @method string|null getPublishersGroup()
 * @method void setPublishersGroup(?string $group)
 * @method string|null getTerritory()
 * @method void setTerritory(?string $territory)
 * @method string|null getAssociationSize()
 * @method void setAssociationSize(?string $associationSize)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 * @method int|null getSharedAt()
 * @method void setSharedAt(?int $sharedAt)
 * @method int|null getLostAt()
 * @method void setLostAt(?int $lostAt)
 */
final class Organisation extends Entity {
	protected string $publicId = '';
	protected string $name = '';
	protected ?string $membersGroup = null;
	protected ?string $managersGroup = null;
	protected ?string $publishersGroup = null;
	protected ?string $territory = null;
	protected ?string $associationSize = null;
	protected int $createdAt = 0;
	protected ?int $sharedAt = null;
	/** When the last of its groups was deleted that is not replaced yet. */
	protected ?int $lostAt = null;

	public function __construct() {
		$this->addType('createdAt', Types::BIGINT);
		$this->addType('sharedAt', Types::BIGINT);
		$this->addType('lostAt', Types::BIGINT);
	}
}
