/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { CreateTableBuilder, Kysely } from 'kysely'
import type { Migrations } from '../platform/migrations.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'

// What owns a row: an instance, and the organisation by the opaque id that the instance gave it.
function owned<Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) {
	return table
		.addColumn('instance_id', 'text', (column) => column.notNull())
		.addColumn('organisation_id', 'text', (column) => column.notNull())
		.addColumn('member_id', 'text')
}

async function createNeeds(kysely: Kysely<Tables>): Promise<void> {
	await owned(kysely.schema.createTable('need').addColumn('id', 'uuid', (column) => column.primaryKey()))
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('status_note', 'jsonb')
		.addColumn('publication', 'jsonb')
		.addColumn('title_plain', 'text', (column) => column.generatedAlwaysAs(sql`coalesce(plain_text((publication->>'title') || ' ' || (publication->>'toolsConcerned')), '')`).stored())
		// The texts alone, out of their JSON, in which a line break is written \n.
		.addColumn('text_plain', 'text', (column) => column.generatedAlwaysAs(sql`coalesce(plain_text(replace(
			(publication->>'title') || ' ' || (publication->>'toolsConcerned') || ' ' || jsonb_path_query_array(publication, '$.sections[*].text')::text,
			'\\n', ' ')), '')`).stored())
		.addColumn('reply_count', 'integer', (column) => column.notNull().defaultTo(0))
		.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addColumn('published_at', 'timestamptz')
		.execute()
	await kysely.schema.createIndex('need_owner').on('need').columns(['instance_id', 'organisation_id', 'created_at']).execute()
	await kysely.schema.createIndex('need_newest').on('need').columns(['created_at', 'id']).execute()
	await sql`create index need_words on need using gin (to_tsvector('simple', text_plain))`.execute(kysely)
	await sql`create index need_typos on need using gin (title_plain gin_trgm_ops)`.execute(kysely)
}

async function createWhatBelongsToNeeds(kysely: Kysely<Tables>): Promise<void> {
	await kysely.schema.createTable('need_history')
		.addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
		.addColumn('need_id', 'uuid', (column) => column.notNull().references('need.id').onDelete('cascade'))
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('publication', 'jsonb', (column) => column.notNull())
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('member_id', 'text')
		.addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.execute()
	await kysely.schema.createIndex('need_history_need').on('need_history').columns(['need_id', 'id']).execute()
	await owned(kysely.schema.createTable('support').addColumn('need_id', 'uuid', (column) => column.notNull().references('need.id').onDelete('cascade')))
		.addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addPrimaryKeyConstraint('support_key', ['need_id', 'instance_id', 'organisation_id'])
		.execute()
	await kysely.schema.createIndex('support_owner').on('support').columns(['instance_id', 'organisation_id']).execute()
	await kysely.schema.createTable('reply')
		.addColumn('id', 'bigint', (column) => column.primaryKey())
		.addColumn('need_id', 'uuid', (column) => column.notNull().references('need.id').onDelete('cascade'))
		.addColumn('author', 'text', (column) => column.notNull())
		.addColumn('html', 'text', (column) => column.notNull())
		.addColumn('position', 'bigint', (column) => column.notNull())
		.addColumn('deleted', 'boolean', (column) => column.notNull())
		.addColumn('created_at', 'timestamptz', (column) => column.notNull())
		.addColumn('updated_at', 'timestamptz', (column) => column.notNull())
		.execute()
	await kysely.schema.createIndex('reply_changed').on('reply').columns(['need_id', 'position', 'id']).execute()
	await kysely.schema.createTable('topic_link')
		.addColumn('record_id', 'text', (column) => column.primaryKey())
		.addColumn('need_id', 'uuid', (column) => column.references('need.id').onDelete('set null'))
		.addColumn('topic_id', 'bigint')
		.addColumn('first_post_id', 'bigint')
		.addColumn('topic_url', 'text')
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('problem', 'jsonb')
		.addColumn('acknowledged', 'jsonb')
		.addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
		.addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.execute()
	await kysely.schema.createIndex('topic_link_need').on('topic_link').column('need_id').execute()
	await kysely.schema.createIndex('topic_link_topic').on('topic_link').column('topic_id').execute()
}

async function createChanges(kysely: Kysely<Tables>): Promise<void> {
	await kysely.schema.createTable('change_counter')
		.addColumn('id', 'smallint', (column) => column.primaryKey())
		.addColumn('feed', 'text', (column) => column.notNull())
		.addColumn('position', 'bigint', (column) => column.notNull())
		.execute()
	await kysely.schema.createTable('change')
		.addColumn('position', 'bigint', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('record', 'uuid', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
		.addUniqueConstraint('change_of_record', ['kind', 'record'])
		.execute()
}

export const communityMigrations: Migrations = {
	'20261121-03-community-needs': {
		async up(kysely: Kysely<Tables>) {
			await createNeeds(kysely)
			await createWhatBelongsToNeeds(kysely)
			await createChanges(kysely)
		},
	},
	'20261122-03-reasons-for-authors': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('need').addColumn('refused_revision', 'integer').execute()
			await kysely.schema.alterTable('topic_link').addColumn('moderator_reason', 'text').execute()
		},
	},
	'20261128-01-replies-by-age': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.alterTable('need')
				.addColumn('replies_shown_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('replies_dropped', 'boolean', (column) => column.notNull().defaultTo(false))
				.execute()
		},
	},
}
