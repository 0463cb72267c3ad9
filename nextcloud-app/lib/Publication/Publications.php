<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Publication;

use JsonException;
use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Connector\Community;
use OCA\EmancipAsso\Connector\ConnectorClient;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorReply;
use OCA\EmancipAsso\Connector\Voice;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Erasure\Erasures;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\Membership;
use OCP\IL10N;
use stdClass;

/**
 * The only door from what is private to what is shared. Someone with the right to publish approves a text; those
 * very bytes are sent, and no others.
 */
final class Publications {
	private const LIMIT = 100_000;

	public function __construct(
		private DocumentStore $documents,
		private Community $community,
		private ConnectorClient $client,
		private Voice $voice,
		private Erasures $erasures,
		private Clock $clock,
		private IL10N $l,
	) {
	}

	/** @throws Problem not-found, invalid-input */
	public function approve(Membership $publisher, string $uuid, stdClass $body): Document {
		$document = $this->need($publisher, $uuid);
		$text = $this->text($body);
		$document->setApprovedHash(hash('sha256', $text));
		$document->setApprovedText($text);
		$document->setApprovedAt($this->clock->now());
		$document->setApprovedBy($publisher->uid);
		$this->documents->save($document);
		return $document;
	}

	/** @throws Problem not-found */
	public function revoke(Membership $publisher, string $uuid): Document {
		$document = $this->need($publisher, $uuid);
		$document->clearApproval();
		$this->documents->save($document);
		return $document;
	}

	/**
	 * Sends the approved text. The same call again is safe: what was lost on the way is found at the connector.
	 *
	 * @throws Problem not-found, invalid-input, not-approved, conflict, stale, connector-refused
	 * @throws ConnectorFailure
	 */
	public function publish(Membership $publisher, string $uuid, stdClass $body): Document {
		$document = $this->need($publisher, $uuid);
		$text = $this->text($body);
		$hash = hash('sha256', $text);
		if ($document->getApprovedHash() !== $hash || $document->getApprovedText() !== $text) {
			throw new Problem('not-approved', $this->l->t('These very words were not approved. Read them and approve them, then publish.'));
		}
		if ($document->getPublishedStatus() === 'erased') {
			throw new Problem('connector-refused', $this->l->t('This need was erased, for good. To ask again, write a new need.'));
		}
		$this->community->markKnown($publisher);
		$document = $this->documents->claimSending($publisher, $document, $hash);
		if ($document->getPublishedStatus() === 'published' && $document->getPublishedHash() === $hash) {
			return $this->leave($document, $document->getSendingText());
		}
		$lost = $document->getSendingText();
		$document->setSendingHash($hash);
		$document->setSendingText($text);
		$this->documents->save($document);
		try {
			$reply = $this->put($publisher, $document, $text, $lost);
		} catch (ConnectorFailure $failure) {
			// Only a refusal proves that these words did not leave; those before them may still be outside.
			$this->leave($document, $failure->cause === 'refused' ? $lost : $text);
			// To the connector the need is somebody else's; to the person who publishes, it is their own document.
			throw $failure->isRefusal(404) ? new Problem('connector-refused', $this->l->t('The connector refused this request.')) : $failure;
		}
		if ($this->took($document, $text, $reply) === 'withdrawn') {
			throw $this->isWithdrawn();
		}
		return $document;
	}

	/**
	 * @throws Problem not-found, conflict
	 * @throws ConnectorFailure
	 */
	public function withdraw(Membership $publisher, string $uuid): Document {
		$document = $this->need($publisher, $uuid);
		if ($document->getPublishedHash() === null && $document->getSendingHash() === null) {
			throw new Problem('not-found', $this->l->t('Nothing of this document was published.'));
		}
		$document = $this->documents->claimSending($publisher, $document, null);
		if (!$document->isOutside()) {
			return $this->leave($document, null);
		}
		try {
			$reply = $this->client->send('POST', "/needs/{$document->getUuid()}/withdraw", $this->voice->of($publisher))->ofNeed();
		} catch (ConnectorFailure $failure) {
			if ($failure->problem === 'organisation-erased' || $failure->isRefusal(404) && ($document->getPublishedHash() === null || $this->community->isUnknown($publisher, $document->getUuid()))) {
				// What was on its way never arrived, or the connector has lost it: nothing is left to withdraw.
				$document->clearPublication();
				return $this->leave($document, null);
			}
			$this->leave($document, $document->getSendingText());
			throw $failure;
		}
		if ($this->took($document, $document->getSendingText() ?? $document->getPublishedText() ?? '', $reply) === 'withdrawn') {
			$this->erasures->remember('withdrawals', $document->getUuid(), $publisher->organisation->getPublicId());
		}
		return $document;
	}

	/**
	 * Creates or corrects the need, and looks before it writes again when an earlier answer was lost.
	 *
	 * @param string|null $lost the text that was sent before and never answered for
	 */
	private function put(Membership $publisher, Document $document, string $text, ?string $lost): ConnectorReply {
		$path = "/needs/{$document->getUuid()}";
		$voice = $this->voice->of($publisher);
		$etag = $document->getPublishedEtag();
		try {
			return $this->client->send('PUT', $path, [...$voice, ...($etag === null ? ['If-None-Match' => '*'] : ['If-Match' => $etag])], $text)->ofNeed();
		} catch (ConnectorFailure $refusal) {
			if (!$refusal->isRefusal(412)) {
				throw $refusal;
			}
		}
		$present = $this->client->send('GET', $path, $this->voice->ofOrganisation($publisher))->ofNeed();
		$need = $present->json();
		$outside = $need->publication ?? null;
		if (JsonText::sameAs($outside, JsonText::decode($text))) {
			return $present;
		}
		if ($lost !== null && JsonText::sameAs($outside, JsonText::decode($lost))) {
			return $this->client->send('PUT', $path, [...$voice, 'If-Match' => $present->header('ETag')], $text)->ofNeed();
		}
		if (($need->mine ?? false) !== true || !$outside instanceof stdClass) {
			throw $refusal;
		}
		// Changed by somebody else: the person reads it and approves again, then what they send replaces that.
		$document->clearApproval();
		if ($this->took($document, JsonText::encode($outside), $present) === 'withdrawn') {
			throw $this->isWithdrawn();
		}
		throw new Problem('stale', $this->l->t('What is published was changed in the meantime. Read it again, approve your words again, then publish.'));
	}

	/** @return 'published'|'withdrawn' as the connector says it, which may have been told otherwise by an earlier call */
	private function took(Document $document, string $text, ConnectorReply $reply): string {
		$status = ($reply->json()->status ?? '') === 'withdrawn' ? 'withdrawn' : 'published';
		$document->setPublishedHash(hash('sha256', $text));
		$document->setPublishedText($text);
		$document->setPublishedEtag($reply->header('ETag'));
		$document->setPublishedAt($this->clock->now());
		$document->setPublishedStatus($status);
		$this->leave($document, null);
		return $status;
	}

	/** @param string|null $onTheWay words that may be outside without an answer */
	private function leave(Document $document, ?string $onTheWay): Document {
		$document->leaveOnTheWay($onTheWay);
		$this->documents->save($document);
		return $document;
	}

	private function isWithdrawn(): Problem {
		return new Problem('connector-refused', $this->l->t('This need was withdrawn: its topic on the forum is closed. To ask again, write a new need.'));
	}

	/** @throws Problem not-found, invalid-input */
	private function need(Membership $publisher, string $uuid): Document {
		$document = $this->documents->find($publisher, $uuid);
		if ($document->getKind() !== 'need') {
			throw new Problem('invalid-input', $this->l->t('Only a need can be published. Everything else stays in this cloud.'), 'kind');
		}
		return $document;
	}

	/** @throws Problem invalid-input */
	private function text(stdClass $body): string {
		$fields = new Fields($this->l, $body);
		$text = $fields->text('publication', self::LIMIT);
		try {
			JsonText::decode($text);
		} catch (JsonException) {
			throw $fields->invalid('publication');
		}
		return $text;
	}
}
