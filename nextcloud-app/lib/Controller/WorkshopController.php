<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Organisation\Rights;
use OCA\EmancipAsso\Workshop\Invitations;
use OCA\EmancipAsso\Workshop\Workshops;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class WorkshopController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private Workshops $workshops,
		private Invitations $invitations,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** The workshop of a diagnosis: how many answered and how often what, never who */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop')]
	public function read(): DataResponse {
		return $this->answer(fn () => ['workshop' => $this->workshops->read($this->member(), $this->uuid())]);
	}

	/** Open a workshop, or give it a new link instead of the one before */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop')]
	public function open(): DataResponse {
		return $this->answer(fn () => $this->workshops->open($this->manager(), $this->uuid(), $this->body()));
	}

	/** End the link; the responses stay */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop')]
	public function close(): DataResponse {
		return $this->answer(fn () => ['workshop' => $this->workshops->close($this->manager(), $this->uuid())]);
	}

	/** Keep a response typed in from a sheet; the same id again replaces it */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop/responses/{response}')]
	public function keepResponse(): DataResponse {
		return $this->answer(fn () => ['workshop' => $this->workshops->keep($this->member(), $this->uuid(), $this->uuid('response'), $this->body())]);
	}

	/** What the workshop asks a member */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop/invitation')]
	public function readInvitation(): DataResponse {
		return $this->answer(fn () => $this->invitations->showToMember($this->workshops->find($this->member(), $this->uuid())));
	}

	/** Keep one's own response as a member, without the account; the same id again replaces it */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/workshop/invitation/{response}')]
	public function answerInvitation(): DataResponse {
		return $this->answer(function (): array {
			$workshop = $this->workshops->find($this->member(), $this->uuid());
			$this->invitations->answerAsMember($workshop, $this->uuid('response'), $this->body());
			return ['kept' => true];
		});
	}

	private function manager(): Membership {
		return $this->rights->asManager($this->uid(), $this->part('organisation'));
	}

	private function member(): Membership {
		return $this->rights->asMember($this->uid(), $this->part('organisation'));
	}
}
