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

/**
 * The first tables. Instants are milliseconds since 1970 (UTC), people are user ids, documents are JSON text.
 * Index names are unique in a whole Nextcloud, hence the prefix.
 */
final class Version000100Date20261121000000 extends SimpleMigrationStep {
	/** @param array<mixed> $options */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$this->addOrganisations($schema);
		$this->addDocuments($schema);
		$this->addHistory($schema);
		$this->addErasures($schema);
		return $schema;
	}

	private function addOrganisations(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_org')) {
			return;
		}
		$table = $schema->createTable('emancipasso_org');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('public_id', Types::STRING, ['length' => 64, 'notnull' => true]);
		$table->addColumn('name', Types::STRING, ['length' => 120, 'notnull' => true]);
		// Without a default, Oracle could not hold the empty text that a deleted group leaves.
		$table->addColumn('members_group', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('managers_group', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('publishers_group', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('territory', Types::STRING, ['length' => 10, 'notnull' => false]);
		$table->addColumn('association_size', Types::STRING, ['length' => 40, 'notnull' => false]);
		$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
		// Since when the connector may know the organisation.
		$table->addColumn('shared_at', Types::BIGINT, ['notnull' => false]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['public_id'], 'emancipasso_org_public');
	}

	private function addDocuments(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_document')) {
			return;
		}
		$table = $schema->createTable('emancipasso_document');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('uuid', Types::STRING, ['length' => 36, 'notnull' => true]);
		$table->addColumn('organisation_id', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('kind', Types::STRING, ['length' => 20, 'notnull' => true]);
		$table->addColumn('title', Types::STRING, ['length' => 200, 'notnull' => false]);
		$table->addColumn('status', Types::STRING, ['length' => 40, 'notnull' => false]);
		$table->addColumn('due_date', Types::STRING, ['length' => 10, 'notnull' => false]);
		$table->addColumn('revision', Types::INTEGER, ['notnull' => true]);
		$table->addColumn('document', Types::TEXT, ['notnull' => true]);
		$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('updated_by', Types::STRING, ['length' => 64, 'notnull' => false]);
		foreach (['approved', 'sending', 'published'] as $text) {
			$table->addColumn($text . '_hash', Types::STRING, ['length' => 64, 'notnull' => false]);
			$table->addColumn($text . '_text', Types::TEXT, ['notnull' => false]);
			$table->addColumn($text . '_at', Types::BIGINT, ['notnull' => false]);
		}
		$table->addColumn('approved_by', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->addColumn('published_etag', Types::STRING, ['length' => 255, 'notnull' => false]);
		$table->addColumn('published_status', Types::STRING, ['length' => 20, 'notnull' => false]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['uuid'], 'emancipasso_doc_uuid');
		$table->addIndex(['organisation_id', 'kind', 'updated_at'], 'emancipasso_doc_list');
		$table->addIndex(['updated_by'], 'emancipasso_doc_updated_by');
		$table->addIndex(['approved_by'], 'emancipasso_doc_approved_by');
	}

	private function addHistory(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_history')) {
			return;
		}
		$table = $schema->createTable('emancipasso_history');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('document_id', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('revision', Types::INTEGER, ['notnull' => true]);
		$table->addColumn('patch', Types::TEXT, ['notnull' => true]);
		$table->addColumn('saved_at', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('saved_by', Types::STRING, ['length' => 64, 'notnull' => false]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['document_id', 'revision'], 'emancipasso_hist_doc');
		$table->addIndex(['saved_by'], 'emancipasso_hist_by');
	}

	private function addErasures(ISchemaWrapper $schema): void {
		if ($schema->hasTable('emancipasso_erasure')) {
			return;
		}
		$table = $schema->createTable('emancipasso_erasure');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true]);
		$table->addColumn('kind', Types::STRING, ['length' => 20, 'notnull' => true]);
		$table->addColumn('subject', Types::STRING, ['length' => 64, 'notnull' => true]);
		$table->addColumn('asked_at', Types::BIGINT, ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['kind', 'subject'], 'emancipasso_erasure_sub');
	}
}
