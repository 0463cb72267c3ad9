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

/** Who takes care of a document, by user id; what finds the ones that are due; and how far their owner was reminded. */
final class Version000200Date20261128000000 extends SimpleMigrationStep {
	/** @param array<mixed> $options */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('emancipasso_document');
		if ($table->hasColumn('owner')) {
			return null;
		}
		$table->addColumn('owner', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('reminded', Types::STRING, ['length' => 10, 'notnull' => false]);
		$table->addIndex(['owner'], 'emancipasso_doc_owner');
		$table->addIndex(['kind', 'due_date'], 'emancipasso_doc_due');
		return $schema;
	}
}
