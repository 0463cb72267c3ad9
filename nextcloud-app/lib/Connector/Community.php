<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Connector;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Organisation\Rights;
use stdClass;

/** The community's needs, live from the connector, one call for each screen. */
final class Community {
	public function __construct(
		private ConnectorClient $client,
		private Voice $voice,
		private OrganisationMapper $organisations,
		private Rights $rights,
		private Clock $clock,
	) {
	}

	/**
	 * @param array<string, string> $query
	 * @return array{items: array<mixed>, cursor: string|null}
	 * @throws ConnectorFailure
	 */
	public function list(Membership $membership, array $query): array {
		$page = $this->client->send('GET', '/needs' . ($query === [] ? '' : '?' . http_build_query($query)), $this->voice->ofOrganisation($membership))->json();
		if (!is_array($page->items ?? null)) {
			throw new ConnectorFailure('not-a-connector');
		}
		return ['items' => $page->items, 'cursor' => is_string($page->cursor ?? null) ? $page->cursor : null];
	}

	/**
	 * @return array{need: stdClass, replies: array<mixed>, answers: array<mixed>, dropped: bool}
	 * @throws ConnectorFailure
	 */
	public function read(Membership $membership, string $uuid): array {
		$need = $this->client->send('GET', "/needs/$uuid?include=replies", $this->voice->ofOrganisation($membership))->json();
		$replies = $need->replies->items ?? [];
		$answers = $need->replies->answers ?? [];
		$dropped = ($need->replies->dropped ?? false) === true;
		unset($need->replies);
		return ['need' => $need, 'replies' => is_array($replies) ? $replies : [], 'answers' => is_array($answers) ? $answers : [], 'dropped' => $dropped];
	}

	/** Whether the connector says for certain that it has no such need, were it somebody else's. */
	public function isUnknown(Membership $publisher, string $uuid): bool {
		try {
			$this->client->send('GET', "/needs/$uuid", $this->voice->ofOrganisation($publisher));
			return false;
		} catch (ConnectorFailure $failure) {
			return $failure->isRefusal(404);
		}
	}

	/**
	 * @throws ConnectorFailure
	 * @throws Problem not-found
	 */
	public function support(Membership $membership, string $uuid): stdClass {
		$this->markKnown($membership);
		return $this->client->send('PUT', "/needs/$uuid/support", $this->voice->of($membership))->json();
	}

	/** @throws ConnectorFailure */
	public function withdrawSupport(Membership $membership, string $uuid): stdClass {
		return $this->client->send('DELETE', "/needs/$uuid/support", $this->voice->of($membership))->json();
	}

	/**
	 * @param 'ours'|'forum' $keep whose version stays on the forum
	 * @throws ConnectorFailure
	 */
	public function answerConflict(Membership $membership, string $uuid, string $keep): stdClass {
		return $this->client->send('POST', "/needs/$uuid/conflict", $this->voice->of($membership), json_encode(['keep' => $keep], JSON_THROW_ON_ERROR))->json();
	}

	/**
	 * @return array{items: array<mixed>}
	 * @throws ConnectorFailure
	 */
	public function answers(Membership $membership): array {
		$items = $this->client->send('GET', '/answers', $this->voice->ofOrganisation($membership))->json()->items ?? null;
		if (!is_array($items)) {
			throw new ConnectorFailure('not-a-connector');
		}
		return ['items' => $items];
	}

	/**
	 * @param array{name: string, text: string} $answer
	 * @param int|null $revision that was read; null for a new answer
	 * @throws ConnectorFailure
	 * @throws Problem not-found
	 */
	public function putReply(Membership $membership, string $uuid, string $reply, array $answer, ?int $revision): stdClass {
		$this->markKnown($membership);
		$precondition = $revision === null ? ['If-None-Match' => '*'] : ['If-Match' => "\"$revision\""];
		return $this->client->send('PUT', "/needs/$uuid/replies/$reply", [...$this->voice->of($membership), ...$precondition], json_encode($answer, JSON_THROW_ON_ERROR))->json();
	}

	/** @throws ConnectorFailure */
	public function withdrawReply(Membership $membership, string $uuid, string $reply): stdClass {
		return $this->client->send('DELETE', "/needs/$uuid/replies/$reply", $this->voice->of($membership))->json();
	}

	/**
	 * Notes, before anything is sent, that the connector must be asked when the organisation is erased.
	 *
	 * @throws ConnectorFailure moved
	 * @throws Problem not-found when it was erased in the meantime
	 */
	public function markKnown(Membership $membership): void {
		$this->client->checkPlace();
		if ($membership->organisation->getSharedAt() === null && !$this->organisations->markShared($membership->organisation->getId(), $this->clock->now())) {
			throw $this->rights->notFound();
		}
	}
}
