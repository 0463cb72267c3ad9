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
 * A private document and how far it has left the house: words that were approved, words that are on their way
 * without an answer yet, words that the connector took.
 *
 * @method string getUuid()
 * @method void setUuid(string $uuid)
 * @method int getOrganisationId()
 * @method void setOrganisationId(int $organisationId)
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string|null getTitle()
 * @method void setTitle(string $title)
 * @method string|null getStatus()
 * @method void setStatus(string $status)
 * @method string|null getDueDate()
 * @method void setDueDate(?string $dueDate)
 * @method string|null getOwner()
 * @method void setOwner(?string $uid)
 * @method string|null getReminded()
 * @method void setReminded(?string $stage)
 * @method int getRevision()
 * @method void setRevision(int $revision)
 * @method string getDocument()
 * @method void setDocument(string $document)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $createdAt)
 * @method int getUpdatedAt()
 * @method void setUpdatedAt(int $updatedAt)
 * @method int|null getAnsweredAt()
 * @method void setAnsweredAt(?int $answeredAt)
 * @method string|null getUpdatedBy()
 * @method void setUpdatedBy(?string $updatedBy)
 * @method string|null getApprovedHash()
 * @method void setApprovedHash(?string $hash)
 * @method string|null getApprovedText()
 * @method void setApprovedText(?string $text)
 * @method int|null getApprovedAt()
 * @method void setApprovedAt(?int $at)
 * @method string|null getApprovedBy()
 * @method void setApprovedBy(?string $by)
 * @method string|null getSendingHash()
 * @method void setSendingHash(?string $hash)
 * @method string|null getSendingText()
 * @method void setSendingText(?string $text)
 * @method int|null getSendingAt()
 * @method void setSendingAt(?int $at)
 * @method string|null getPublishedHash()
 * @method void setPublishedHash(?string $hash)
 * @method string|null getPublishedText()
 * @method void setPublishedText(?string $text)
 * @method int|null getPublishedAt()
 * @method void setPublishedAt(?int $at)
 * @method string|null getPublishedEtag()
 * @method void setPublishedEtag(?string $etag)
 * @method string|null getPublishedStatus()
 * @method void setPublishedStatus(?string $status)
 */
final class Document extends Entity {
	protected string $uuid = '';
	protected int $organisationId = 0;
	protected string $kind = '';
	protected ?string $title = null;
	protected ?string $status = null;
	protected ?string $dueDate = null;
	protected ?string $owner = null;
	protected ?string $reminded = null;
	protected int $revision = 0;
	protected string $document = '';
	protected int $createdAt = 0;
	protected int $updatedAt = 0;
	protected ?int $answeredAt = null;
	protected ?string $updatedBy = null;
	protected ?string $approvedHash = null;
	protected ?string $approvedText = null;
	protected ?int $approvedAt = null;
	protected ?string $approvedBy = null;
	protected ?string $sendingHash = null;
	protected ?string $sendingText = null;
	protected ?int $sendingAt = null;
	protected ?string $publishedHash = null;
	protected ?string $publishedText = null;
	protected ?int $publishedAt = null;
	protected ?string $publishedEtag = null;
	protected ?string $publishedStatus = null;

	public function __construct() {
		foreach (['organisationId', 'createdAt', 'updatedAt', 'answeredAt', 'approvedAt', 'sendingAt', 'publishedAt'] as $number) {
			$this->addType($number, Types::BIGINT);
		}
		$this->addType('revision', Types::INTEGER);
	}

	public function clearApproval(): void {
		$this->setApprovedHash(null);
		$this->setApprovedText(null);
		$this->setApprovedAt(null);
		$this->setApprovedBy(null);
	}

	/** As if nothing of it had ever been taken. */
	public function clearPublication(): void {
		$this->setPublishedHash(null);
		$this->setPublishedText(null);
		$this->setPublishedAt(null);
		$this->setPublishedEtag(null);
		$this->setPublishedStatus(null);
	}

	/** Notes which words may be outside without an answer; null when there are none. Nobody is on the way any more. */
	public function leaveOnTheWay(?string $text): void {
		$this->setSendingHash($text === null ? null : hash('sha256', $text));
		$this->setSendingText($text);
		$this->setSendingAt(null);
	}

	/** Whether something of it is outside, or may be. */
	public function isOutside(): bool {
		return $this->getPublishedStatus() === 'published' || $this->getSendingHash() !== null;
	}
}
