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
 * What one person answered in a workshop.
 *
 * @method int getWorkshopId()
 * @method void setWorkshopId(int $workshopId)
 * @method string getUuid()
 * @method void setUuid(string $uuid)
 * @method string getAnswers()
 * @method void setAnswers(string $answers) JSON text
 * @method string|null getName()
 * @method void setName(?string $name) as the person gave it; null in an anonymous workshop
 * @method string getSavedOn()
 * @method void setSavedOn(string $savedOn) the day, never the time
 */
final class WorkshopResponse extends Entity {
	protected int $workshopId = 0;
	protected string $uuid = '';
	protected string $answers = '';
	protected ?string $name = null;
	protected string $savedOn = '';

	public function __construct() {
		$this->addType('workshopId', Types::BIGINT);
	}
}
