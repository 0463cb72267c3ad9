<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Publication;

use OCA\EmancipAsso\Connector\Community;
use OCA\EmancipAsso\Connector\ConnectorClient;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\Voice;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\IL10N;
use stdClass;

/** Takes back for ever what was published: the document stays here, as private as before it left. */
final class PublicationErasure {
	/** How far the forum has come. */
	private const TOPICS = ['erased', 'waiting', 'by-hand', 'none'];

	public function __construct(
		private DocumentStore $documents,
		private Community $community,
		private ConnectorClient $client,
		private Voice $voice,
		private Erasures $erasures,
		private IL10N $l,
	) {
	}

	/**
	 * The same call again erases nothing more and says how far the forum has come.
	 *
	 * @return array{Document, array<string, mixed>}
	 * @throws Problem not-found, conflict
	 * @throws ConnectorFailure
	 */
	public function erase(Membership $publisher, string $uuid): array {
		$document = $this->documents->find($publisher, $uuid);
		if ($document->getPublishedHash() === null && $document->getSendingHash() === null) {
			throw new Problem('not-found', $this->l->t('Nothing of this document was published.'));
		}
		$document = $this->documents->claimSending($publisher, $document, null);
		try {
			$erasure = $this->ask($publisher, $document->getUuid());
		} catch (ConnectorFailure $failure) {
			if (!$failure->isRefusal(404) || !$this->community->isUnknown($publisher, $document->getUuid())) {
				$this->leave($document, $document->getSendingText());
				throw $failure;
			}
			// What was on its way never arrived, or the connector has lost it.
			$document->clearPublication();
			$this->leave($document, null);
			return [$document, ['topic' => 'none']];
		}
		$document->clearApproval();
		if ($document->getPublishedHash() === null) {
			$document->setPublishedHash($document->getSendingHash());
			$document->setPublishedText($document->getSendingText());
		}
		$document->setPublishedStatus('erased');
		$this->leave($document, null);
		$this->erasures->remember('needs', $document->getUuid(), $publisher->organisation->getPublicId());
		return [$document, $erasure];
	}

	/**
	 * @return array<string, mixed> how far it has come
	 * @throws ConnectorFailure
	 */
	private function ask(Membership $publisher, string $uuid): array {
		$said = $this->client->send('DELETE', "/needs/$uuid", $this->voice->of($publisher))->json();
		if (!in_array($said->topic ?? null, self::TOPICS, true)) {
			throw new ConnectorFailure('not-a-connector');
		}
		$problem = $said->problem ?? null;
		$isText = $problem instanceof stdClass && is_string($problem->fr ?? null) && is_string($problem->en ?? null);
		return ['topic' => $said->topic, ...($isText ? ['problem' => ['fr' => $problem->fr, 'en' => $problem->en]] : [])];
	}

	/** @param string|null $onTheWay words that may be outside without an answer */
	private function leave(Document $document, ?string $onTheWay): void {
		$document->leaveOnTheWay($onTheWay);
		$this->documents->save($document);
	}
}
