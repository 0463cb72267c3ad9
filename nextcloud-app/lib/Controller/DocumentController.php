<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\Document;
use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Document\DocumentStore;
use OCA\EmancipAsso\Document\DocumentView;
use OCA\EmancipAsso\Document\OwnDiagnosis;
use OCA\EmancipAsso\Organisation\Membership;
use OCA\EmancipAsso\Organisation\Rights;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;

final class DocumentController extends ApiController {
	public function __construct(
		IRequest $request,
		IL10N $l,
		ConnectorSentences $sentences,
		?string $userId,
		private Rights $rights,
		private DocumentStore $documents,
		private DocumentView $view,
		private OwnDiagnosis $own,
	) {
		parent::__construct($request, $l, $sentences, $userId);
	}

	/** Documents of one kind, newest first, and which of them the reader may delete */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/documents')]
	public function list(): DataResponse {
		return $this->answer(function (): array {
			$member = $this->member();
			$fields = $this->asked('kind', 'content');
			$kind = $fields->isNull('kind') ? null : $fields->oneOf('kind', DocumentStore::KINDS);
			$content = !$fields->isNull('content');
			if ($content) {
				$fields->oneOf('content', ['true']);
			}
			$documents = $this->documents->list($member, $kind, $content);
			$deletable = array_flip($this->own->deletable($member, $documents));
			return ['documents' => array_map(fn (Document $document): array => $this->view->line($document, isset($deletable[$document->getId()])), $documents)];
		});
	}

	/** Keep a new document; the same call again answers the same document */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/organisations/{organisation}/documents')]
	public function create(): DataResponse {
		return $this->answer(function (): DataResponse {
			[$document, $isNew] = $this->documents->create($this->member(), $this->body());
			return new DataResponse($this->view->whole($document), $isNew ? Http::STATUS_CREATED : Http::STATUS_OK);
		});
	}

	/** One document */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/documents/{id}')]
	public function read(): DataResponse {
		return $this->answer(fn () => $this->view->whole($this->documents->find($this->member(), $this->uuid())));
	}

	/** Save a change; on an older revision than the stored one: 409 with the stored document */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'PATCH', url: '/api/v1/organisations/{organisation}/documents/{id}')]
	public function patch(): DataResponse {
		return $this->answer(function (): DataResponse {
			[$document, $saved] = $this->documents->patch($this->member(), $this->uuid(), $this->body());
			return new DataResponse($this->view->whole($document), $saved ? Http::STATUS_OK : Http::STATUS_CONFLICT);
		});
	}

	/** Delete a document and its history; a member only what is theirs alone */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/organisations/{organisation}/documents/{id}')]
	public function delete(): DataResponse {
		return $this->answer(function (): array {
			$this->documents->delete($this->member(), $this->uuid());
			return ['deleted' => true];
		});
	}

	/** Past saves, newest first */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/documents/{id}/history')]
	public function history(): DataResponse {
		return $this->answer(function (): array {
			[$entries, $complete] = $this->documents->historyOf($this->member(), $this->uuid());
			return ['history' => array_map($this->view->history(...), $entries), 'complete' => $complete];
		});
	}

	/** Past saves of all documents of a kind since an instant, newest first */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/organisations/{organisation}/history')]
	public function historyOfAll(): DataResponse {
		return $this->answer(function (): array {
			$member = $this->member();
			$fields = $this->asked('kind', 'since');
			$kind = $fields->oneOf('kind', DocumentStore::KINDS);
			$since = Clock::read($fields->text('since', 40)) ?? throw $fields->invalid('since');
			[$entries, $complete] = $this->documents->historyOfKind($member, $kind, $since);
			return ['history' => array_map($this->view->historyOfAll(...), $entries), 'complete' => $complete];
		});
	}

	private function member(): Membership {
		return $this->rights->asMember($this->uid(), $this->part('organisation'));
	}
}
