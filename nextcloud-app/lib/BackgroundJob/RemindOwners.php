<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\BackgroundJob;

use OCA\EmancipAsso\Plan\Reminders;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Once a day: who takes care of an action hears that it is due. */
final class RemindOwners extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private Reminders $reminders,
	) {
		parent::__construct($time);
		$this->setInterval(24 * 60 * 60);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
		$this->setAllowParallelRuns(false);
	}

	protected function run(mixed $argument): void {
		$this->reminders->send($this->time->getDateTime()->format('Y-m-d'));
	}
}
