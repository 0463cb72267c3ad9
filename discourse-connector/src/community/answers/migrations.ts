/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrations.ts'
import type { Tables } from '../../platform/tables.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'

async function createAnswers(kysely: Kysely<Tables>): Promise<void> {
	await kysely.schema.createTable('posted_reply')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('need_id', 'uuid', (column) => column.notNull().references('need.id').onDelete('cascade'))
		.addColumn('instance_id', 'text', (column) => column.notNull())
		.addColumn('organisation_id', 'text', (column) => column.notNull())
		.addColumn('member_id', 'text')
		.addColumn('name', 'text')
		.addColumn('text', 'text')
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addColumn('state', 'text', (column) => column.notNull().defaultTo('queued'))
		.addColumn('problem', 'jsonb')
		.addColumn('problem_kind', 'text')
		.addColumn('changed_on_forum', 'boolean', (column) => column.notNull().defaultTo(false))
		.addColumn('post_id', 'bigint', (column) => column.unique())
		.addColumn('posted_at', 'text')
		.addColumn('topic_id', 'bigint')
		.addColumn('settled', 'text')
		.addColumn('acknowledged', 'text')
		.addColumn('sending', 'text')
		.addColumn('seen', 'text')
		.addColumn('conflict_base', 'text')
		.addColumn('conflict_revision', 'integer')
		.addColumn('twin_post_id', 'bigint')
		.addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
		.addColumn('sent_at', 'timestamptz')
		.execute()
	await kysely.schema.createIndex('posted_reply_need').on('posted_reply').columns(['need_id', 'created_at']).execute()
	await kysely.schema.createIndex('posted_reply_owner').on('posted_reply').columns(['instance_id', 'organisation_id', 'created_at']).execute()
	await kysely.schema.createTable('posted_reply_history')
		.addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
		.addColumn('reply_id', 'uuid', (column) => column.notNull().references('posted_reply.id').onDelete('cascade'))
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('text', 'text', (column) => column.notNull())
		.addColumn('member_id', 'text')
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.execute()
	await kysely.schema.createIndex('posted_reply_history_reply').on('posted_reply_history').columns(['reply_id', 'id']).execute()
}

export const answerMigrations: Migrations = {
	'20261122-06-community-answers': { up: createAnswers },
}
