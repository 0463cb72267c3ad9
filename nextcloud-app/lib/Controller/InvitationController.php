<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Db\Workshop;
use OCA\EmancipAsso\Workshop\Invitations;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

/**
 * What somebody with the link of a workshop can do, without an account. The limits leave room for people who sit
 * in one room and share an address; whoever guesses links is slowed down.
 */
final class InvitationController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		private Invitations $invitations,
	) {
		parent::__construct($request, $l, $sentences, null);
	}

	/** What the link of a workshop asks */
	#[PublicPage]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[BruteForceProtection(action: 'emancipasso_workshop')]
	#[ApiRoute(verb: 'GET', url: '/api/v1/workshops/{token}')]
	public function read(): DataResponse {
		return $this->invited(fn (?Workshop $workshop, string $token) => $this->invitations->show($workshop, $token));
	}

	/** Keep one's own response; the same id again replaces it */
	#[PublicPage]
	#[AnonRateLimit(limit: 1200, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[BruteForceProtection(action: 'emancipasso_workshop')]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/workshops/{token}/responses/{response}')]
	public function keep(): DataResponse {
		return $this->invited(function (?Workshop $workshop, string $token): array {
			$this->invitations->answer($workshop, $token, $this->uuid('response'), $this->body());
			return ['kept' => true];
		});
	}

	/** @param callable(?Workshop, string): array<string, mixed> $action */
	private function invited(callable $action): DataResponse {
		$token = $this->part('token');
		$workshop = $this->invitations->find($token);
		$response = $this->answer(static fn () => $action($workshop, $token));
		if ($workshop === null) {
			$response->throttle();
		}
		return $response;
	}
}
