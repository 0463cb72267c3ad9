<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Document\DocumentView;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Organisation\Rights;
use OCA\EmancipAsso\Publication\PublicationErasure;
use OCA\EmancipAsso\Publication\Publications;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class PublicationController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private Publications $publications,
		private PublicationErasure $erasures,
		private DocumentView $view,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** Approve these very words */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/approval')]
	public function approve(): DataResponse {
		return $this->asPublisher(fn (Membership $publisher): Document => $this->publications->approve($publisher, $this->uuid(), $this->body()));
	}

	/** Take the approval back */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/documents/{id}/approval')]
	public function revoke(): DataResponse {
		return $this->asPublisher(fn (Membership $publisher): Document => $this->publications->revoke($publisher, $this->uuid()));
	}

	/** Send the approved words to the connector */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/publication')]
	public function publish(): DataResponse {
		return $this->asPublisher(fn (Membership $publisher): Document => $this->publications->publish($publisher, $this->uuid(), $this->body()));
	}

	/** Withdraw what was published */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/documents/{id}/publication')]
	public function withdraw(): DataResponse {
		return $this->asPublisher(fn (Membership $publisher): Document => $this->publications->withdraw($publisher, $this->uuid()));
	}

	/** Erase for ever what was published, and say how far that came on the forum */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/organisations/{organisation}/documents/{id}/erasure')]
	public function erase(): DataResponse {
		return $this->answer(function (): array {
			$publisher = $this->rights->asPublisher($this->uid(), $this->part('organisation'));
			[$document, $erasure] = $this->erasures->erase($publisher, $this->uuid());
			return ['document' => $this->view->whole($document), 'erasure' => $erasure];
		});
	}

	/** @param callable(Membership): Document $action */
	private function asPublisher(callable $action): DataResponse {
		return $this->answer(fn () => $this->view->whole($action($this->rights->asPublisher($this->uid(), $this->part('organisation')))));
	}
}
