<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\Community;
use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Fields;
use OCA\EmancipAsso\Organisation\Rights;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use stdClass;

final class CommunityController extends ApiController {
	/** What may be asked of the list, with the most characters of each. */
	private const QUERY = ['text' => 200, 'kind' => 40, 'mine' => 5, 'cursor' => 200];

	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private Community $community,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** Needs of the community, live from the connector */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/needs')]
	public function list(): DataResponse {
		return $this->answer(function (): array {
			$member = $this->rights->asMember($this->uid(), $this->part('organisation'));
			return $this->community->list($member, $this->query());
		});
	}

	/** One need with its replies */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/needs/{id}')]
	public function read(): DataResponse {
		return $this->answer(fn () => $this->community->read($this->rights->asMember($this->uid(), $this->part('organisation')), $this->uuid()));
	}

	/** Say that the organisation has the same need */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/needs/{id}/support')]
	public function support(): DataResponse {
		return $this->answer(fn () => $this->community->support($this->rights->asPublisher($this->uid(), $this->part('organisation')), $this->uuid()));
	}

	/** Take the support back */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/needs/{id}/support')]
	public function withdrawSupport(): DataResponse {
		return $this->answer(fn () => $this->community->withdrawSupport($this->rights->asPublisher($this->uid(), $this->part('organisation')), $this->uuid()));
	}

	/** Say which version stays on the forum where both sides changed the same */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/organisations/{organisation}/needs/{id}/conflict')]
	public function answerConflict(): DataResponse {
		return $this->answer(function (): stdClass {
			$publisher = $this->rights->asPublisher($this->uid(), $this->part('organisation'));
			$keep = (new Fields($this->l, $this->body()))->oneOf('keep', ['ours', 'forum']);
			return $this->community->answerConflict($publisher, $this->uuid(), $keep);
		});
	}

	/** What the organisation answered, also to needs that were erased since */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/answers')]
	public function answers(): DataResponse {
		return $this->answer(fn (): array => $this->community->answers($this->rights->asMember($this->uid(), $this->part('organisation'))));
	}

	/** Answer a need, or correct the answer */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/needs/{id}/replies/{reply}')]
	public function putReply(): DataResponse {
		return $this->answer(function (): stdClass {
			$publisher = $this->rights->asPublisher($this->uid(), $this->part('organisation'));
			$fields = new Fields($this->l, $this->body());
			$answer = ['name' => $fields->trimmed('name', 60, 1), 'text' => $fields->trimmed('text', 5000, 1)];
			return $this->community->putReply($publisher, $this->uuid(), $this->uuid('reply'), $answer, $fields->optionalPositiveNumber('revision'));
		});
	}

	/** Take an answer back */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/needs/{id}/replies/{reply}')]
	public function withdrawReply(): DataResponse {
		return $this->answer(fn () => $this->community->withdrawReply($this->rights->asPublisher($this->uid(), $this->part('organisation')), $this->uuid(), $this->uuid('reply')));
	}

	/** @return array<string, string> */
	private function query(): array {
		$given = array_filter(array_intersect_key($this->request->getParams(), self::QUERY), static fn (mixed $value): bool => $value !== null);
		$fields = new Fields($this->l, (object)$given);
		$query = [];
		foreach (array_keys($given) as $name) {
			$query[$name] = $name === 'mine' ? $fields->oneOf($name, ['true', 'false']) : $fields->text($name, self::QUERY[$name]);
		}
		return $query;
	}
}
