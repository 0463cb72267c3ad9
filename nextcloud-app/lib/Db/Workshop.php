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
 * A workshop about a diagnosis. The secret of its link is kept as its hash only.
 *
 * @method int getDocumentId()
 * @method void setDocumentId(int $documentId)
 * @method bool|null getAnonymous()
 * @method void setAnonymous(bool $anonymous)
 * @method string getForm()
 * @method void setForm(string $form)
 * @method string getQuestionnaire()
 * @method void setQuestionnaire(string $questionnaire) version of its pack
 * @method string getTokenHash()
 * @method void setTokenHash(string $tokenHash)
 * @method string|null getFormerHash()
 * @method void setFormerHash(?string $formerHash)
 * @method int getExpiresAt()
 * @method void setExpiresAt(int $expiresAt)
 * @method bool|null getClosed()
 * @method void setClosed(bool $closed)
 */
final class Workshop extends Entity {
	protected int $documentId = 0;
	protected ?bool $anonymous = null;
	protected string $form = '';
	protected string $questionnaire = '';
	protected string $tokenHash = '';
	protected ?string $formerHash = null;
	protected int $expiresAt = 0;
	protected ?bool $closed = null;

	public function __construct() {
		$this->addType('documentId', Types::BIGINT);
		$this->addType('anonymous', Types::BOOLEAN);
		$this->addType('expiresAt', Types::BIGINT);
		$this->addType('closed', Types::BOOLEAN);
	}

	/** Whether names are kept is never guessed: what is not known to be named is anonymous. */
	public function isAnonymous(): bool {
		return $this->getAnonymous() !== false;
	}

	/** Whether it is kept already: a workshop is kept from the day it has a link. */
	public function wasOpened(): bool {
		return $this->getTokenHash() !== '';
	}

	public function isOpen(int $now): bool {
		return $this->getClosed() !== true && $this->getExpiresAt() > $now;
	}
}
