/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { EventContent } from '../../forum/webhook-content.ts'
import type { Database } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import type { LastRead } from '../detection/tables.ts'
import type { Rendering } from '../topics/desired.ts'
import type { Link } from '../topics/link-store.ts'
import type { Desired } from '../topics/state.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { recordOf } from '../../community/tables.ts'
import { shortDigest } from '../detection/news.ts'
import { desiredOf } from '../topics/desired.ts'
import { readLink, recordOfTopic } from '../topics/link-store.ts'
import { readMapping } from '../topics/mapping.ts'

/**
 * Whether an event says nothing that we do not know: most are echoes of our own writing, and would each cost a call.
 * Decided by what the event says, never by when it came or whose it is: it is known when it is what the topic said when
 * it was read or written last, or what a look that is under way is about to write. Nor does it say anything when the topic
 * is nobody's, in a category in which none becomes a record.
 *
 * @param database of the records
 * @param rendering how topics are rendered
 * @return judges one event
 */
export function knownContent(database: Pick<Database, 'kysely'>, rendering: Rendering): (content: EventContent) => Promise<boolean> {
	const { kysely } = database
	return async (content) => {
		const record = await recordOfTopic(kysely, content.topicId) ?? recordNamedBy(content)
		return record === undefined
			? await isForeign(kysely, rendering, content)
			: await kysely.transaction().execute((transaction) => isKnown(transaction, rendering, record, content))
	}
}

async function isForeign(kysely: Kysely<Tables>, rendering: Rendering, { category }: EventContent): Promise<boolean> {
	return category !== null && !Object.values((await readMapping(kysely, rendering)).categories).includes(category)
}

async function isKnown(transaction: Kysely<Tables>, rendering: Rendering, record: string, content: EventContent): Promise<boolean> {
	// Held against the end of a look, so that what it keeps comes before this or sees it.
	const row = await transaction.selectFrom('topic_link').select('last_read').where('record_id', '=', record).forUpdate().executeTakeFirst()
	const link = await readLink(transaction, record)
	const lastRead = row?.last_read ?? null
	const claim = await claimOn(transaction, record)
	const isLooking = claim !== null
	if (content.created && link.reviewableId === null && (link.state === 'sent' || (lastRead === null && isLooking))) {
		// Whoever creates a topic reads it afterwards: what tells of its creation is older.
		return isBeginning(content) && (link.topicId ?? content.topicId) === content.topicId
	}
	if (link.topicId !== content.topicId || lastRead === null) {
		return false
	}
	const mayBeOurs = link.forumText === null && (isLooking || content.of === 'topic')
	const desired = mayBeOurs ? await desiredOf(transaction, link.needId, rendering, link.titleSuffix) : null
	const written = isLooking ? desired : null
	const known = content.of === 'topic' ? isKnownTopic(content, lastRead, written, desired) : isKnownPost(content, link, lastRead, written)
	if (known && isLooking) {
		await transaction.updateTable('topic_link').set({ echoed_in: claim }).where('record_id', '=', record).execute()
	}
	return known
}

/** The claim of the worker that looks at the record now. */
async function claimOn(transaction: Kysely<Tables>, record: string): Promise<string | null> {
	const hint = await transaction.selectFrom('hint').select('claim').where('record', '=', record).executeTakeFirst()
	return hint?.claim ?? null
}

function isBeginning(content: EventContent): boolean {
	return content.of === 'topic' ? content.externalId !== null && !content.deleted : content.number === 1 && !content.gone
}

function recordNamedBy(content: EventContent): string | undefined {
	if (content.of === 'topic') {
		return content.externalId?.startsWith('need-') === true ? content.externalId : undefined
	}
	const uuid = content.number === 1 ? needOfMarker(content.raw) : undefined
	return uuid === undefined ? undefined : recordOf(uuid)
}

/** A topic's tags are not read back after writing, so ours may be there also when nobody looks. */
function isKnownTopic(topic: EventContent & { of: 'topic' }, lastRead: LastRead, written: Desired | null, desired: Desired | null): boolean {
	const added = topic.tags.filter((tag) => !lastRead.tags.includes(tag))
	const removed = lastRead.tags.filter((tag) => !topic.tags.includes(tag))
	return !topic.deleted && !topic.archived
		&& (['title', 'category', 'closed', 'visible'] as const).every((field) => topic[field] === lastRead[field] || topic[field] === written?.[field])
		&& added.every((tag) => desired?.tags.includes(tag) === true)
		&& (removed.length === 0 || (desired !== null && !removed.some((tag) => desired.tags.includes(tag))))
}

function isKnownPost(post: EventContent & { of: 'post' }, link: Link, lastRead: LastRead, desired: Desired | null): boolean {
	const status = /^(closed|visible)\.(enabled|disabled)$/.exec(post.actionCode ?? '')
	if (post.type === 3 && status !== null) {
		const [field, enabled] = [status[1] === 'closed' ? 'closed' : 'visible', status[2] === 'enabled'] as const
		return lastRead[field] === enabled || desired?.[field] === enabled
	}
	return post.postId === link.firstPostId && post.number === 1 && !post.gone
		&& (shortDigest(post.raw) === lastRead.body || post.raw === desired?.body)
		&& (['title', 'category'] as const).every((field) => post[field] === lastRead[field] || post[field] === desired?.[field])
}
