<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\AppInfo\Application;
use OCA\EmancipAsso\Start;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\OpenAPI;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IRequest;
use OCP\Util;

#[OpenAPI(scope: OpenAPI::SCOPE_IGNORE)]
final class PageController extends Controller {
	public function __construct(
		IRequest $request,
		private Start $start,
		private IInitialState $state,
		private ?string $userId,
	) {
		parent::__construct(Application::APP_ID, $request);
	}

	/** The page, under the address of each of its views (those of src/router.ts), so that a reload finds it again. */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/')]
	#[FrontpageRoute(verb: 'GET', url: '/{path}', requirements: ['path' => '(directory|diagnosis|tools|plan|papers|needs|organisation)(/.*)?'], postfix: 'deep')]
	public function index(): TemplateResponse {
		$this->state->provideInitialState('start', $this->start->show($this->userId ?? ''));
		Util::addScript(Application::APP_ID, Application::APP_ID . '-main');
		Util::addStyle(Application::APP_ID, Application::APP_ID . '-main');
		return new TemplateResponse(Application::APP_ID, 'main', ['pageTitle' => 'Émancip’Asso']);
	}
}
