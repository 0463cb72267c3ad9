<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Controller;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\OpenAPI;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Template\PublicTemplateResponse;
use OCP\IRequest;
use OCP\Util;

#[OpenAPI(scope: OpenAPI::SCOPE_IGNORE)]
final class WorkshopPageController extends Controller {
	public function __construct(IRequest $request) {
		parent::__construct(Application::APP_ID, $request);
	}

	/** The page of whoever answers in a workshop. It is the same for every link: the API says whether one leads anywhere. */
	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/workshop/{token}', requirements: ['token' => '[A-Za-z0-9_-]{1,100}'])]
	public function show(): PublicTemplateResponse {
		Util::addScript(Application::APP_ID, Application::APP_ID . '-workshop-answer');
		Util::addStyle(Application::APP_ID, Application::APP_ID . '-workshop-answer');
		$page = new PublicTemplateResponse(Application::APP_ID, 'workshop-answer');
		$page->setHeaderTitle('Émancip’Asso');
		$page->setFooterVisible(false);
		return $page;
	}
}
