/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'

export const forumMigrations: Migrations = {
	'20261122-05-forum-gate': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('forum_gate')
				.addColumn('id', 'smallint', (column) => column.primaryKey().check(sql`id = 1`))
				.addColumn('tokens', 'double precision', (column) => column.notNull())
				.addColumn('change_share', 'double precision', (column) => column.notNull().defaultTo(1))
				.addColumn('detection_share', 'double precision', (column) => column.notNull().defaultTo(1))
				.addColumn('audit_share', 'double precision', (column) => column.notNull().defaultTo(1))
				.addColumn('filled_at', 'timestamptz', (column) => column.notNull())
				.addColumn('pause_kind', 'text')
				.addColumn('pause_until', 'timestamptz')
				.addColumn('pause_begun_at', 'timestamptz')
				.addColumn('pauses', 'integer', (column) => column.notNull().defaultTo(0))
				.addColumn('closed_by', 'jsonb')
				.addColumn('closed_at', 'timestamptz')
				.execute()
		},
	},
	'20261122-05-forum-gate-granted': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('forum_gate').addColumn('granted', 'boolean', (column) => column.notNull().defaultTo(false)).execute()
		},
	},
	'20261128-05-forum-gate-trial': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('forum_gate').addColumn('trial_until', 'timestamptz').execute()
		},
	},
}
