/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { AcknowledgedTopic } from '../../community/tables.ts'
import type { ForumPost } from '../../forum/replies.ts'
import type { Look } from '../../platform/hint-queue.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Observed } from '../topics/state.ts'
import type { LastRead } from './tables.ts'

import { sql } from 'kysely'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { shortDigest } from './news.ts'
import { noteThere } from './vanished.ts'

/** What makes us look without anybody having told: whatever is found then is drift. */
export const FINDERS = ['audit', 'lists', 'explorer', 'journal'] as const

export type Finder = typeof FINDERS[number]

/** Ordinary posts and moderators'; small actions come and go with our own changes. */
const TEXTS = new Set([1, 2])

/** How a topic was found and left. */
export interface Reading {
	/** Of the link that it goes by. */
	version: number
	/** What the forum said before anything was changed. */
	before: Observed
	/** What it says now. */
	after: Observed
	posts: readonly ForumPost[]
}

/**
 * Remembers what a topic looked like, so that lists can tell what is news, and that it was read, for the audit. Call it
 * last in a transaction: it may leave hints.
 *
 * @param kysely database, or the transaction that keeps the link
 * @param look in which the topic was read
 * @param reading what was found
 * @return what made us look, when it found a difference that nobody had told of
 * @throws {Error} when somebody changed the link since it was read
 */
export async function noteReading(kysely: Kysely<Tables>, look: Pick<Look, 'record' | 'reason'>, reading: Reading): Promise<Finder | null> {
	const { version, before, after, posts } = reading
	const isThere = before.is === 'present' || before.is === 'followed'
	const lastRead = after.is === 'present' ? JSON.stringify(readingOf(after, posts)) : null
	const { rows: [link] } = await sql<{ last_read: LastRead | null, echoed: boolean | null, version: number, held: boolean }>`
		with was as materialized (
			select last_read, echoed_in in (select claim from hint where record = ${look.record}) as echoed, version
			from topic_link where record_id = ${look.record} for update
		),
		noted as (
			update topic_link set last_read = ${lastRead}::jsonb, audited_at = now(), echoed_in = null
			from was where record_id = ${look.record} and topic_id is not null and was.version = ${version}
		),
		there as (delete from vanished_topic where record_id = ${look.record} and not held and ${isThere})
		select was.*, exists (select from vanished_topic where record_id = ${look.record} and held) as held from was
	`.execute(kysely)
	if ((link?.version ?? 0) !== version) {
		throw new Error(`The link of ${look.record} was changed by somebody else meanwhile.`)
	}
	if (isThere && link?.held === true) {
		await (kysely.isTransaction ? noteThere(kysely, look.record) : kysely.transaction().execute((transaction) => noteThere(transaction, look.record)))
	}
	const differs = link !== undefined && link.last_read !== null && before.is !== 'followed' && (before.is !== 'present' || digestOf(before.fields, posts) !== link.last_read.digest)
	if (differs && link.echoed === true) {
		// What was taken for an echo may have been somebody who undid what this look read.
		await leaveHints(kysely, [{ record: look.record, reason: 'changed while it was looked at', priority: Priority.change }])
	}
	const finder = FINDERS.find((name) => look.reason.startsWith(name)) ?? null
	if (finder === null || !differs) {
		return null
	}
	await kysely.insertInto('drift_count').values({ found_by: finder, records: 1 })
		.onConflict((conflict) => conflict.columns(['day', 'found_by']).doUpdateSet({ records: sql<number>`drift_count.records + 1` })).execute()
	return finder
}

/**
 * Remembers that a topic was asked for, where nothing else is kept of it.
 *
 * @param kysely database or transaction
 * @param record whose topic
 */
export async function noteAsked(kysely: Kysely<Tables>, record: string): Promise<void> {
	await kysely.updateTable('topic_link').set({ audited_at: sql<Date>`now()` }).where('record_id', '=', record).execute()
}

function readingOf({ topic, firstPost, fields }: Observed & { is: 'present' }, posts: readonly ForumPost[]): LastRead {
	// Our own change of the text has the date that the forum gave it; with replies, one of them may have changed since.
	const dates = posts.length === 1 ? [firstPost.updatedAt] : posts.map(({ updatedAt }) => updatedAt)
	return {
		title: fields.title,
		body: shortDigest(fields.body),
		category: fields.category,
		tags: fields.tags.map(({ name }) => name).sort(),
		closed: fields.closed,
		visible: fields.visible,
		posts: topic.postsCount,
		lastPostedAt: topic.lastPostedAt,
		upTo: [...dates, ...posts.map(({ createdAt }) => createdAt)].sort().at(-1) ?? '',
		digest: digestOf(fields, posts),
	}
}

function digestOf(fields: AcknowledgedTopic, posts: readonly ForumPost[]): string {
	const replies = posts.filter(({ number, type }) => number > 1 && TEXTS.has(type)).map(({ id, raw, cooked, deleted, hidden }) => [id, raw ?? cooked, deleted, hidden])
	const { title, body, category, tags, closed, visible } = fields
	return shortDigest([title, body, category, tags.map(({ name }) => name).sort(), closed, visible, replies])
}
