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

/** Workshops about diagnoses, and what people answered in them: neither user nor address, and of the time only the day. */
final class Version000200Date20261128120000 extends SimpleMigrationStep {
	/** @param array<mixed> $options */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$this->addWorkshops($schema);
		$this->addResponses($schema);
		return $schema;
	}

	private function addWorkshops(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_workshop')) {
			return;
		}
		$table = $schema->createTable('emancipasso_workshop');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('document_id', Types::BIGINT, ['notnull' => true]);
		// False cannot be kept in a column that must not be null, on one of the databases.
		$table->addColumn('anonymous', Types::BOOLEAN, ['notnull' => false]);
		$table->addColumn('form', Types::STRING, ['length' => 10, 'notnull' => true]);
		$table->addColumn('questionnaire', Types::STRING, ['length' => 60, 'notnull' => true]);
		$table->addColumn('token_hash', Types::STRING, ['length' => 64, 'notnull' => true]);
		// Of the link before, so that who still has it is told that it ended, and is not taken for a guesser.
		$table->addColumn('former_hash', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('expires_at', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('closed', Types::BOOLEAN, ['notnull' => false]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['document_id'], 'emancipasso_work_document');
		$table->addUniqueIndex(['token_hash'], 'emancipasso_work_token');
		$table->addIndex(['former_hash'], 'emancipasso_work_former');
	}

	private function addResponses(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_response')) {
			return;
		}
		$table = $schema->createTable('emancipasso_response');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('workshop_id', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('uuid', Types::STRING, ['length' => 36, 'notnull' => true]);
		$table->addColumn('answers', Types::TEXT, ['notnull' => true]);
		$table->addColumn('name', Types::STRING, ['length' => 80, 'notnull' => false]);
		$table->addColumn('saved_on', Types::STRING, ['length' => 10, 'notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['workshop_id', 'uuid'], 'emancipasso_resp_uuid');
	}
}
