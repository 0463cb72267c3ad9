/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Look, Verdict } from '../platform/hint-queue.ts'
import type { LookParts } from './look.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { recordOf } from '../community/tables.ts'
import { readTopic } from '../forum/topics.ts'
import { leaveHints } from '../platform/hints.ts'
import { adoptBornTopic } from './born/born-topics.ts'
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
	const record = await recordOfTopic(kysely, topicId) ?? await adoptReviewed(parts, topicId) ?? await adoptBornTopic(parts, topicId)
	if (record !== undefined) {
		await leaveHints(kysely, [{ record, reason: look.reason, priority: look.priority }])
	}
	return 'done'
}

/**
 * A topic that a moderator let through has lost its external id; its marker still says whose it is. The forum is only
 * asked while something waits for review.
 *
 * @param parts of looking
 * @param topicId of the forum
 */
async function adoptReviewed(parts: LookParts, topicId: number): Promise<string | undefined> {
	const { kysely } = parts.database
	const waiting = await kysely.selectFrom('topic_link').select('record_id').where('reviewable_id', 'is not', null).where('topic_id', 'is', null).execute()
	const topic = waiting.length === 0 ? null : await readTopic(parts.client, topicId)
	const uuid = needOfMarker(topic?.posts.find((post) => post.number === 1)?.raw ?? '')
	const record = waiting.find(({ record_id: id }) => uuid !== undefined && id === recordOf(uuid))?.record_id
	if (record !== undefined) {
		const link = await readLink(kysely, record)
		await keepLink(kysely, link, { ...link, topicId, reviewableId: null })
	}
	return record
}
