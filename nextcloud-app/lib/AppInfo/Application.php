<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\AppInfo;

use OCA\EmancipAsso\Config\Lexicon;
use OCA\EmancipAsso\Dashboard\DueActions;
use OCA\EmancipAsso\Listener\GroupDeletedListener;
use OCA\EmancipAsso\Listener\UserDeletedListener;
use OCA\EmancipAsso\Notification\Notifier;
use OCA\EmancipAsso\Search\Provider;
use OCA\EmancipAsso\SetupCheck\ConnectorCheck;
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\Group\Events\GroupDeletedEvent;
use OCP\User\Events\UserDeletedEvent;

final class Application extends App implements IBootstrap {
	public const APP_ID = 'emancipasso';

	public function __construct() {
		parent::__construct(self::APP_ID);
	}

	public function register(IRegistrationContext $context): void {
		$context->registerConfigLexicon(Lexicon::class);
		$context->registerSetupCheck(ConnectorCheck::class);
		$context->registerNotifierService(Notifier::class);
		$context->registerSearchProvider(Provider::class);
		$context->registerDashboardWidget(DueActions::class);
		$context->registerEventListener(UserDeletedEvent::class, UserDeletedListener::class);
		$context->registerEventListener(GroupDeletedEvent::class, GroupDeletedListener::class);
	}

	/** Stays empty: it runs on every request of the whole server. */
	public function boot(IBootContext $context): void {
	}
}
