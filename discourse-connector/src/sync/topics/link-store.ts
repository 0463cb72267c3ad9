/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely, Selectable } from 'kysely'
import type { AcknowledgedTopic, TopicConflict } from '../../community/tables.ts'
import type { Tables } from '../../platform/tables.ts'
import type {} from '../tables.ts'
import type { LinkProblem } from '../trouble/problems.ts'
import type { ForumText, TopicStanding } from './standing.ts'
import type { TopicFields } from './state.ts'

import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { notingChanges } from '../../community/change-feed.ts'

/** How a record and its topic are joined. */
export interface Link {
	/** Counts its changes. */
	version: number
	/** `need-<uuid>`, also the topic's external id. */
	record: string
	needId: string
	topicId: number | null
	firstPostId: number | null
	topicUrl: string | null
	/** `sent` from before the call that creates the topic until the topic was seen. */
	state: 'none' | 'queued' | 'sent' | 'linked' | 'gone'
	problem: LinkProblem | null
	settled: TopicFields | null
	acknowledged: AcknowledgedTopic | null
	/** Not answered by its author yet. */
	conflict: TopicConflict | null
	/** What people on the forum made of our text; null while it is ours. */
	forumText: ForumText | null
	/** What people did with the topic. */
	standing: TopicStanding | null
	titleSuffix: boolean
	/** A person wrote its topic on the forum: nothing is ever written there. */
	born: boolean
	/** An admin said which topic it is, so its external id does not count. */
	chosen: boolean
	reviewableId: number | null
	attempts: number
	/** How far the erasure came on the forum; null while it is not erased there. */
	erasure: 'done' | 'by-hand' | null
	/** When it was sent last; null when it never was. */
	sentAt: Date | null
}

type LinkRow = Selectable<Tables['topic_link']>

type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null }

/**
 * The link of a need; one that nobody has written yet is queued.
 *
 * @param kysely database or transaction
 * @param record `need-<uuid>`
 */
export async function readLink(kysely: Kysely<Tables>, record: string): Promise<Link> {
	return linkOf(record, await kysely.selectFrom('topic_link').selectAll().where('record_id', '=', record).executeTakeFirst())
}

/**
 * @param record `need-<uuid>`
 * @param row of the table; empty or undefined when nobody has written one yet
 */
export function linkOf(record: string, row: Partial<Nullable<LinkRow>> | undefined): Link {
	return {
		version: row?.version ?? 0,
		record,
		needId: row?.need_id ?? needIdOf(record),
		topicId: row?.topic_id ?? null,
		firstPostId: row?.first_post_id ?? null,
		topicUrl: row?.topic_url ?? null,
		state: row?.state ?? 'queued',
		problem: row?.problem && row.problem_kind !== null ? { kind: row.problem_kind as LinkProblem['kind'], text: row.problem } : null,
		settled: row?.settled ?? null,
		acknowledged: row?.acknowledged ?? null,
		conflict: row?.conflict ?? null,
		forumText: row?.forum_text ?? null,
		standing: row?.standing ?? null,
		titleSuffix: row?.title_suffix ?? false,
		born: row?.born ?? false,
		chosen: row?.chosen ?? false,
		reviewableId: row?.reviewable_id ?? null,
		attempts: row?.attempts ?? 0,
		sentAt: row?.sent_at ?? null,
		erasure: row?.erasure ?? null,
	}
}

/**
 * The record whose topic has this number.
 *
 * @param kysely database or transaction
 * @param topicId of the forum
 * @return `need-<uuid>`, or undefined for a topic that is not ours
 */
export async function recordOfTopic(kysely: Kysely<Tables>, topicId: number): Promise<string | undefined> {
	return (await kysely.selectFrom('topic_link').select('record_id').where('topic_id', '=', topicId).executeTakeFirst())?.record_id
}

/**
 * Keeps a link. When what its author sees of it changed, the change feed is told. One statement locks its need, then the
 * link, then the order of changes, as every transaction does before it leaves hints.
 *
 * @param kysely database or transaction
 * @param before as it was read
 * @param after as it is to be
 * @return the link as it was stored
 * @throws {Error} when somebody changed it since it was read: what a look goes by is then no longer true
 */
export async function keepLink(kysely: Kysely<Tables>, before: Link, after: Link): Promise<Link> {
	const version = before.version + 1
	if (isSameLink(before, after)) {
		return before
	}
	const values = { ...columnsOf(after), version }
	const written = kysely.insertInto('topic_link')
		.values({ record_id: sql<string>`(select ${after.record}::text from locked)`, ...values })
		.onConflict((conflict) => conflict.column('record_id').doUpdateSet(values).where('topic_link.version', '=', before.version))
		.returning('need_id as record')
	const { rows } = await sql`
		with locked as materialized (select count(*) from (select id from need where id = ${after.needId} for update) as held),
		written as (${written})
		${shown(before) === shown(after) ? sql`` : sql`, ${notingChanges('need', sql`select record from written`)}`}
		select from written
	`.execute(kysely)
	if (rows.length === 0) {
		throw new Error(`The link of ${after.record} was changed by somebody else meanwhile.`)
	}
	return { ...after, version }
}

/**
 * Whether there is nothing to keep.
 *
 * @param before as it was read
 * @param after as it is to be
 */
export function isSameLink(before: Link, after: Link): boolean {
	return isDeepStrictEqual({ ...after, version: before.version }, before)
}

function columnsOf(link: Link) {
	return {
		need_id: link.needId,
		topic_id: link.topicId,
		first_post_id: link.firstPostId,
		topic_url: link.topicUrl,
		state: link.state,
		problem: link.problem === null ? null : JSON.stringify(link.problem.text),
		problem_kind: link.problem?.kind ?? null,
		settled: json(link.settled),
		acknowledged: json(link.acknowledged),
		conflict: json(link.conflict),
		forum_text: json(link.forumText),
		standing: json(link.standing),
		title_suffix: link.titleSuffix,
		born: link.born,
		chosen: link.chosen,
		reviewable_id: link.reviewableId,
		attempts: link.attempts,
		sent_at: link.sentAt,
		erasure: link.erasure,
		updated_at: sql<Date>`now()`,
	}
}

/**
 * @param record `need-<uuid>`
 */
export function needIdOf(record: string): string {
	return record.replace(/^need-/, '')
}

function shown(link: Link): string {
	return JSON.stringify([link.state, link.topicUrl, link.problem?.text, link.conflict?.fields, link.forumText, link.standing])
}

function json(value: object | null): string | null {
	return value === null ? null : JSON.stringify(value)
}
