/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { AcknowledgedTopic, TopicConflict } from '../community/tables.ts'
import type { Tables } from '../platform/tables.ts'
import type { LinkProblem } from './problems.ts'
import type { ForumText, TopicStanding } from './standing.ts'
import type { TopicFields } from './state.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { noteChanges } from '../community/change-feed.ts'
import { lockNeed } from '../community/need-topic.ts'

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

/**
 * The link of a need; one that nobody has written yet is queued.
 *
 * @param kysely database or transaction
 * @param record `need-<uuid>`
 */
export async function readLink(kysely: Kysely<Tables>, record: string): Promise<Link> {
	const row = await kysely.selectFrom('topic_link').selectAll().where('record_id', '=', record).executeTakeFirst()
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
 * Writes a link. When what its author sees of it changed, the change feed is told; so call it inside the transaction
 * that locked the need, before anything that leaves hints.
 *
 * @param transaction to write in
 * @param before as it was read
 * @param after as it is to be
 * @return the link as it was stored
 */
export async function writeLink(transaction: Kysely<Tables>, before: Link, after: Link): Promise<Link> {
	const version = before.version + 1
	const values = {
		version,
		need_id: after.needId,
		topic_id: after.topicId,
		first_post_id: after.firstPostId,
		topic_url: after.topicUrl,
		state: after.state,
		problem: after.problem === null ? null : JSON.stringify(after.problem.text),
		problem_kind: after.problem?.kind ?? null,
		settled: json(after.settled),
		acknowledged: json(after.acknowledged),
		conflict: json(after.conflict),
		forum_text: json(after.forumText),
		standing: json(after.standing),
		title_suffix: after.titleSuffix,
		born: after.born,
		chosen: after.chosen,
		reviewable_id: after.reviewableId,
		attempts: after.attempts,
		sent_at: after.sentAt,
		erasure: after.erasure,
		updated_at: sql<Date>`now()`,
	}
	await transaction.insertInto('topic_link').values({ record_id: after.record, ...values })
		.onConflict((conflict) => conflict.column('record_id').doUpdateSet(values)).execute()
	if (shown(before) !== shown(after)) {
		await noteChanges(transaction, 'need', [after.needId])
	}
	return { ...after, version }
}

/**
 * Keeps a link, with its need locked first: every transaction locks needs, then the order of changes, then hints.
 *
 * @param kysely database or transaction
 * @param link as it is to be, from the one that was read last
 * @return the link as it was stored
 * @throws {Error} when somebody changed it since: what a look goes by is then no longer true
 */
export async function keepLink(kysely: Kysely<Tables>, link: Link): Promise<Link> {
	const write = async (transaction: Kysely<Tables>) => {
		await lockNeed(transaction, link.needId)
		const before = await readLink(transaction, link.record)
		if (before.version !== link.version) {
			throw new Error(`The link of ${link.record} was changed by somebody else meanwhile.`)
		}
		return isDeepStrictEqual(before, link) ? link : await writeLink(transaction, before, link)
	}
	return await (kysely.isTransaction ? write(kysely) : kysely.transaction().execute(write))
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
