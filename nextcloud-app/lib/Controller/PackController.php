<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Pack\PackStore;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\OpenAPI;
use OCP\AppFramework\Http\DataDisplayResponse;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;

/** The copies of the packs, byte for byte. A version never changes, so a browser asks for it once. */
#[OpenAPI(scope: OpenAPI::SCOPE_IGNORE)]
final class PackController extends Controller {
	private const YEAR = 31_536_000;

	public function __construct(
		IRequest $request,
		private PackStore $packs,
	) {
		parent::__construct(Application::APP_ID, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/packs/{name}/{version}', requirements: ['name' => 'directory|questionnaire|solutions|vocabularies', 'version' => '[A-Za-z0-9.-]{1,60}'])]
	public function read(string $name, string $version): Response {
		$etag = "$name-$version";
		if ($this->request->getHeader('If-None-Match') === "\"$etag\"") {
			return $this->lasting(new DataDisplayResponse('', Http::STATUS_NOT_MODIFIED), $etag);
		}
		$bytes = $this->packs->bytes($name, $version);
		if ($bytes === null) {
			return new NotFoundResponse();
		}
		$headers = ['Content-Type' => 'application/json; charset=utf-8', 'Vary' => 'Accept-Encoding'];
		if (preg_match('/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i', $this->request->getHeader('Accept-Encoding')) === 1) {
			$bytes = (string)gzencode($bytes, 6);
			$headers['Content-Encoding'] = 'gzip';
		}
		return $this->lasting(new DataDisplayResponse($bytes, Http::STATUS_OK, $headers), $etag);
	}

	private function lasting(Response $response, string $etag): Response {
		return $response->setETag($etag)->cacheFor(self::YEAR, false, true);
	}
}
