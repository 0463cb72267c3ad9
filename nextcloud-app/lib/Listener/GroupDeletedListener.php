<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Listener;

use OCA\EmancipAsso\Clock;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Group\Events\GroupDeletedEvent;

/**
 * Takes the rights that a deleted group gave, so that a later group of the same name does not inherit them. The
 * organisation and its documents stay; `occ emancipasso:status` lists it.
 *
 * @template-implements IEventListener<Event>
 */
final class GroupDeletedListener implements IEventListener {
	public function __construct(
		private OrganisationMapper $organisations,
		private Clock $clock,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof GroupDeletedEvent) {
			$this->organisations->forgetGroup($event->getGroup()->getGID(), $this->clock->now());
		}
	}
}
