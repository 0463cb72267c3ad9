/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'

import { detectionMigrations } from './detection/migrations.ts'

export const syncMigrations: Migrations = {
	'20261121-04-sync-links': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link')
				.addColumn('settled', 'jsonb')
				.addColumn('problem_kind', 'text')
				.addColumn('title_suffix', 'boolean', (column) => column.notNull().defaultTo(false))
				.addColumn('reviewable_id', 'bigint')
				.execute()
		},
	},
	'20261122-01-both-sides': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link')
				.addColumn('conflict', 'jsonb')
				.addColumn('forum_text', 'jsonb')
				.addColumn('standing', 'jsonb')
				.addColumn('sent_at', 'timestamptz')
				.addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
				.addColumn('chosen', 'boolean', (column) => column.notNull().defaultTo(false))
				.execute()
		},
	},
	...detectionMigrations,
	'20261122-05-erasure-on-the-forum': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link').addColumn('erasure', 'text').execute()
		},
	},
	'20261122-06-mapping': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('topic_mapping')
				.addColumn('part', 'text', (column) => column.notNull())
				.addColumn('name', 'text', (column) => column.notNull())
				.addColumn('value', 'text', (column) => column.notNull())
				.addPrimaryKeyConstraint('topic_mapping_key', ['part', 'name'])
				.execute()
		},
	},
	'20261122-07-born-on-the-forum': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('topic_link').addColumn('born', 'boolean', (column) => column.notNull().defaultTo(false)).execute()
			await kysely.schema.alterTable('need').addColumn('origin', 'text').execute()
		},
	},
}
