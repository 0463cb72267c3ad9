<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Start;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class StartController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Start $start,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** What the first screen needs, in one call */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/start')]
	public function show(): DataResponse {
		return $this->answer(fn () => $this->start->show($this->uid()));
	}
}
