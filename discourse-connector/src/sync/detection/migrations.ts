/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrations.ts'
import type { Tables } from '../../platform/tables.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'

export const detectionMigrations: Migrations = {
	'20261122-04-sync-detection': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link')
				.addColumn('last_read', 'jsonb')
				.addColumn('audited_at', 'timestamptz')
				.execute()
			await sql`create index topic_link_audit on topic_link (audited_at nulls first, record_id) where topic_id is not null`.execute(kysely)
			await kysely.schema.createTable('detection')
				.addColumn('name', 'text', (column) => column.primaryKey())
				.addColumn('state', 'jsonb')
				.addColumn('done_at', 'timestamptz')
				.execute()
			await kysely.schema.createTable('vanished_topic')
				.addColumn('record_id', 'text', (column) => column.primaryKey())
				.addColumn('why', 'text', (column) => column.notNull())
				.addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('held', 'boolean', (column) => column.notNull().defaultTo(false))
				.addColumn('confirmed', 'boolean', (column) => column.notNull().defaultTo(false))
				.execute()
			await kysely.schema.createTable('drift_count')
				.addColumn('day', 'date', (column) => column.notNull().defaultTo(sql`(now() at time zone 'UTC')::date`))
				.addColumn('found_by', 'text', (column) => column.notNull())
				.addColumn('records', 'integer', (column) => column.notNull())
				.addPrimaryKeyConstraint('drift_count_key', ['day', 'found_by'])
				.execute()
		},
	},
	'20261122-05-sync-echoes': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link').addColumn('echoed', 'boolean', (column) => column.notNull().defaultTo(false)).execute()
		},
	},
	// Takes the place of `echoed`, which a later release drops.
	'20261128-06-sync-echoed-in': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link').addColumn('echoed_in', 'uuid').execute()
		},
	},
}
