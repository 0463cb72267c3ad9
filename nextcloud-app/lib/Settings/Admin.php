<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Settings;

use OCA\EmancipAsso\AppInfo\Application;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\Settings\IDelegatedSettings;
use OCP\Util;

final class Admin implements IDelegatedSettings {
	public function __construct(
		private AppSettings $settings,
		private IInitialState $state,
	) {
	}

	public function getForm(): TemplateResponse {
		$this->state->provideInitialState('settings', $this->settings->show());
		Util::addScript(Application::APP_ID, Application::APP_ID . '-admin');
		Util::addStyle(Application::APP_ID, Application::APP_ID . '-admin');
		return new TemplateResponse(Application::APP_ID, 'admin');
	}

	public function getSection(): string {
		return Application::APP_ID;
	}

	public function getPriority(): int {
		return 50;
	}

	/** Null: the section has this one form, and is named by the section. */
	public function getName(): ?string {
		return null;
	}

	/**
	 * Nothing through the server's own configuration API: the app's routes check what they write.
	 *
	 * @return array<string, list<string>>
	 */
	public function getAuthorizedAppConfig(): array {
		return [];
	}
}
