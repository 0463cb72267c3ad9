<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use JsonException;
use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Connector\ConnectorFailure;
use OCA\EmancipAsso\Connector\ConnectorSentences;
use OCA\EmancipAsso\Document\JsonText;
use OCA\EmancipAsso\Exception\Problem;
use OCA\EmancipAsso\Fields;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\OCSController;
use OCP\IL10N;
use OCP\IRequest;
use stdClass;

/** What the controllers of the API share: reading what was sent, and answering problems in words. */
abstract class ApiController extends OCSController {
	/** Bytes of a request: a document of a megabyte may be sent with its characters escaped. */
	private const BODY_LIMIT = 3_000_000;

	public function __construct(
		IRequest $request,
		protected IL10N $l,
		private ConnectorSentences $sentences,
		private ?string $userId,
	) {
		parent::__construct(Application::APP_ID, $request);
	}

	/** Always JSON: documents have maps and lists that the XML of OCS cannot tell apart. */
	public function buildResponse(mixed $response, mixed $format = 'json'): Response {
		return parent::buildResponse($response, 'json');
	}

	/**
	 * @param callable(): mixed $action gives the data of the answer, or a whole answer
	 */
	protected function answer(callable $action): DataResponse {
		try {
			$data = $action();
			return $data instanceof DataResponse ? $data : new DataResponse($data);
		} catch (Problem $problem) {
			return $this->problem($problem);
		} catch (ConnectorFailure $failure) {
			return $this->problem($this->sentences->asProblem($failure));
		}
	}

	/** The user; every route of the API needs one. */
	protected function uid(): string {
		return $this->userId ?? '';
	}

	/** A part of the path. A body may hold a field of the same name, which must not take its place. */
	protected function part(string $name): string {
		return (string)($this->request->urlParams[$name] ?? '');
	}

	/** @throws Problem not-found, as for an id that nothing has */
	protected function uuid(string $part = 'id'): string {
		$uuid = strtolower($this->part($part));
		return Fields::isUuid($uuid) ? $uuid : throw new Problem('not-found', $this->l->t('Nothing is found at this address.'));
	}

	/** The named parts of the query, to be read like fields of a body. */
	protected function asked(string ...$names): Fields {
		$query = new stdClass();
		foreach ($names as $name) {
			$query->{$name} = $this->request->getParam($name);
		}
		return new Fields($this->l, $query);
	}

	/**
	 * The JSON that was sent, with its maps as maps; the framework's own reading makes lists of the empty ones.
	 *
	 * @param Problem|null $tooLarge for what is no document
	 * @throws Problem invalid-input, too-large
	 */
	protected function body(?Problem $tooLarge = null): stdClass {
		$input = fopen('php://input', 'rb');
		$text = $input === false ? '' : (string)stream_get_contents($input, self::BODY_LIMIT + 1);
		if (strlen($text) > self::BODY_LIMIT) {
			throw $tooLarge ?? new Problem('too-large', $this->l->t('This document is too large: a million bytes at most. Shorten it or split it in two.'));
		}
		try {
			return JsonText::decode($text);
		} catch (JsonException) {
			throw new Problem('invalid-input', $this->l->t('What was sent cannot be read. Reload the page and try again.'));
		}
	}

	private function problem(Problem $problem): DataResponse {
		return new DataResponse([
			'problem' => $problem->id,
			'message' => $problem->getMessage(),
			...($problem->field === null ? [] : ['field' => $problem->field]),
		], $problem->status());
	}
}
