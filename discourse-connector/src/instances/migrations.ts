/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'

export const instanceMigrations: Migrations = {
	'20261121-01-instances-tables': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('instance')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('name', 'text', (column) => column.notNull())
				.addColumn('nextcloud_id', 'text')
				.addColumn('state', 'text', (column) => column.notNull().defaultTo('active'))
				.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('last_seen_on', 'text')
				.execute()
			await kysely.schema.createTable('instance_token')
				.addColumn('hash', 'text', (column) => column.primaryKey())
				.addColumn('instance_id', 'text', (column) => column.notNull().references('instance.id').onDelete('cascade'))
				.addColumn('prefix', 'text', (column) => column.notNull())
				.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
				.execute()
			await kysely.schema.createIndex('instance_token_instance').on('instance_token').column('instance_id').execute()
			await kysely.schema.createTable('organisation')
				.addColumn('instance_id', 'text', (column) => column.notNull().references('instance.id').onDelete('cascade'))
				.addColumn('organisation_id', 'text', (column) => column.notNull())
				.addColumn('state', 'text', (column) => column.notNull().defaultTo('active'))
				.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addPrimaryKeyConstraint('organisation_key', ['instance_id', 'organisation_id'])
				.execute()
		},
	},
}
