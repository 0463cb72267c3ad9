<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\EmancipAsso\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** What the connector was asked to forget is remembered for a while, to ask again after it was restored from a backup. */
final class Version000100Date20261128000000 extends SimpleMigrationStep {
	/** @param array<mixed> $options */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('emancipasso_erasure');
		if (!$table->hasColumn('done_at')) {
			$table->addColumn('organisation', Types::STRING, ['length' => 64, 'notnull' => false]);
			$table->addColumn('done_at', Types::BIGINT, ['notnull' => false]);
		}
		return $schema;
	}
}
