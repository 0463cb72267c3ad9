<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Settings;

use OCA\EmancipAsso\Connector\ConnectorSettings;
use OCA\EmancipAsso\Connector\Duties;
use OCA\EmancipAsso\Connector\Place;

/** What an administrator says of a Nextcloud that stands elsewhere than when it was joined. */
final class MoveAnswer {
	public function __construct(
		private Place $place,
		private ConnectorSettings $connector,
		private Duties $duties,
	) {
	}

	/** It was moved: it goes on as itself. */
	public function original(): void {
		if ($this->connector->current()->isComplete()) {
			$this->place->remember();
		}
	}

	/** It is a copy: it leaves the connection, and what was published, to the original. */
	public function copy(): void {
		$this->connector->setUrl('');
		$this->duties->giveUp();
	}
}
