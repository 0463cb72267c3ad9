<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Repair;

use OCA\EmancipAsso\Pack\PackStore;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/**
 * Keeps the questionnaire and the catalogue that this version of the app brings: the next update replaces the app's own
 * files, and what was begun or closed with them is read with them for ever.
 */
final class KeepPacks implements IRepairStep {
	public function __construct(
		private PackStore $packs,
	) {
	}

	public function getName(): string {
		return 'Keep the questionnaire and the catalogue of Émancip’Asso for later';
	}

	public function run(IOutput $output): void {
		$this->packs->keepBundled();
	}
}
