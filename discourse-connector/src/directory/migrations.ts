/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'

export const directoryMigrations: Migrations = {
	'20261121-02-directory-tables': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('provider')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('source_id', 'text', (column) => column.notNull())
				.addColumn('name', 'text', (column) => column.notNull())
				.addColumn('status', 'text', (column) => column.notNull())
				.addColumn('document', 'jsonb')
				.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.execute()
			await kysely.schema.createIndex('provider_status').on('provider').columns(['status', 'id']).execute()
			await kysely.schema.createTable('pack')
				.addColumn('name', 'text', (column) => column.notNull())
				.addColumn('number', 'integer', (column) => column.notNull())
				.addColumn('version', 'text', (column) => column.notNull())
				.addColumn('content_hash', 'text', (column) => column.notNull())
				.addColumn('checksum', 'text', (column) => column.notNull())
				.addColumn('bytes', 'integer', (column) => column.notNull())
				.addColumn('body', 'text', (column) => column.notNull())
				.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addPrimaryKeyConstraint('pack_key', ['name', 'number'])
				.execute()
			await kysely.schema.createIndex('pack_version').on('pack').columns(['name', 'version']).execute()
		},
	},
}
