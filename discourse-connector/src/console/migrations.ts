/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'

export const consoleMigrations: Migrations = {
	'20261122-07-console-tables': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('console_session')
				.addColumn('hash', 'text', (column) => column.primaryKey())
				.addColumn('who', 'text', (column) => column.notNull())
				.addColumn('credential', 'text', (column) => column.notNull())
				.addColumn('began_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('notice', 'jsonb')
				.execute()
			await kysely.schema.createTable('console_nonce')
				.addColumn('hash', 'text', (column) => column.primaryKey())
				.addColumn('back', 'text', (column) => column.notNull())
				.addColumn('expires_at', 'timestamptz', (column) => column.notNull())
				.execute()
			await kysely.schema.createTable('console_forum_check')
				.addColumn('id', 'smallint', (column) => column.primaryKey())
				.addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('who', 'text', (column) => column.notNull())
				.addColumn('findings', 'jsonb')
				.execute()
		},
	},
}
