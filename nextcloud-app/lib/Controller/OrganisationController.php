<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Organisation\OrganisationDirectory;
use OCA\EmancipAsso\Organisation\People;
use OCA\EmancipAsso\Organisation\Rights;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class OrganisationController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private OrganisationDirectory $organisations,
		private People $people,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** Say which organisation this is */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/organisations')]
	public function create(): DataResponse {
		return $this->answer(fn () => new DataResponse($this->organisations->create($this->uid(), $this->body()), Http::STATUS_CREATED));
	}

	/** Change its name and groups */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}')]
	public function update(): DataResponse {
		return $this->answer(fn () => $this->organisations->update($this->rights->asManager($this->uid(), $this->part('organisation')), $this->body()));
	}

	/** Erase the organisation here and at the connector */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}')]
	public function delete(): DataResponse {
		return $this->answer(fn () => $this->organisations->delete($this->rights->asManager($this->uid(), $this->part('organisation'))->organisation));
	}

	/** The people in its three groups, who can own its actions, and who of them manages it */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/members')]
	public function members(): DataResponse {
		return $this->answer(fn () => ['members' => $this->people->membersOf($this->rights->asMember($this->uid(), $this->part('organisation'))->organisation)]);
	}

	/** Display names of the people in its three groups */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/member-names')]
	public function memberNames(): DataResponse {
		return $this->answer(fn () => ['names' => $this->people->namesOf($this->rights->asMember($this->uid(), $this->part('organisation'))->organisation)]);
	}
}
