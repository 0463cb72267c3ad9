<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Listener;

use OCA\EmancipAsso\Connector\Voice;
use OCA\EmancipAsso\Db\DocumentMapper;
use OCA\EmancipAsso\Db\HistoryMapper;
use OCA\EmancipAsso\Db\OrganisationMapper;
use OCA\EmancipAsso\Erasure\Erasures;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/**
 * Forgets a person who leaves: here at once, at the connector in the next round of the background job. What they
 * wrote belongs to the organisation and stays.
 *
 * @template-implements IEventListener<Event>
 */
final class UserDeletedListener implements IEventListener {
	public function __construct(
		private DocumentMapper $documents,
		private HistoryMapper $history,
		private OrganisationMapper $organisations,
		private Erasures $erasures,
		private Voice $voice,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof UserDeletedEvent) {
			return;
		}
		$uid = $event->getUid();
		$this->documents->forgetUser($uid);
		$this->history->forgetUser($uid);
		if ($this->organisations->isAnyKnownToConnector()) {
			$this->erasures->ask('members', $this->voice->memberId($uid));
		}
	}
}
