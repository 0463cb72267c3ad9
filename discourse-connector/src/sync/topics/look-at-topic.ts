/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumTopic } from '../../forum/replies.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { LookParts } from '../look.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { recordOf } from '../../community/tables.ts'
import { readTopic } from '../../forum/topics.ts'
import { leaveHints } from '../../platform/hints.ts'
import { adoptBornTopic } from '../born/born-topics.ts'
import { keepLink, readLink, recordOfTopic } from './link-store.ts'

/**
 * Something happened to a topic of the forum: if it is a record's, the record is looked at. That is a look of its own,
 * so that only one worker ever looks at a record.
 *
 * @param parts of looking
 * @param look at `topic-<number>`
 */
export async function lookAtTopic(parts: LookParts, look: Look): Promise<Verdict> {
	const { kysely } = parts.database
	const topicId = Number(look.record.slice('topic-'.length))
	if (!Number.isSafeInteger(topicId)) {
		return 'done'
	}
	const record = await recordOfTopic(kysely, topicId) ?? await adopt(parts, topicId)
	if (record !== undefined) {
		await leaveHints(kysely, [{ record, reason: look.reason, priority: look.priority }])
	}
	return 'done'
}

/**
 * Finds out whether an unknown topic is, or becomes, a record's. The forum is only asked where that may be.
 *
 * @param parts of looking
 * @param topicId of the forum
 * @return the record
 */
async function adopt(parts: LookParts, topicId: number): Promise<string | undefined> {
	const waiting = await parts.database.kysely.selectFrom('topic_link').select('record_id').where('reviewable_id', 'is not', null).where('topic_id', 'is', null).execute()
	const topic = waiting.length === 0 && parts.bornSince === undefined ? null : await readTopic(parts.client, topicId)
	return topic === null ? undefined : await adoptReviewed(parts, topic, waiting.map(({ record_id: record }) => record)) ?? await adoptBornTopic(parts, topic)
}

/**
 * A topic that a moderator let through has lost its external id; its marker still says whose it is, in a text of ours:
 * anybody can copy one.
 *
 * @param parts of looking
 * @param topic of the forum
 * @param waiting records that wait for review
 */
async function adoptReviewed(parts: LookParts, topic: ForumTopic, waiting: readonly string[]): Promise<string | undefined> {
	const { client, database: { kysely } } = parts
	const first = topic.posts.find((post) => post.number === 1 && post.username.toLowerCase() === client.username.toLowerCase())
	const uuid = needOfMarker(first?.raw ?? '')
	const record = waiting.find((id) => uuid !== undefined && id === recordOf(uuid))
	if (record !== undefined) {
		const link = await readLink(kysely, record)
		await keepLink(kysely, link, { ...link, topicId: topic.id, reviewableId: null })
	}
	return record
}
