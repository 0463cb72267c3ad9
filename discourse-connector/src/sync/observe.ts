/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../community/tables.ts'
import type { ForumClient } from '../forum/client.ts'
import type { ForumPost, ForumTopic } from '../forum/replies.ts'
import type { Link } from './link-store.ts'
import type { Observed } from './state.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { findTopicId, readTopic } from '../forum/topics.ts'

/**
 * Looks at what the forum says of a record: by the known number, or by the external id after a call whose outcome we
 * do not know. A record that was never sent costs no call.
 *
 * @param client of the forum
 * @param link what we know
 * @throws {ForumFailure}
 */
export async function observe(client: ForumClient, link: Link): Promise<Observed> {
	const topicId = link.topicId ?? (link.state === 'sent' ? await findTopicId(client, link.record) : null)
	if (topicId === null) {
		return { is: link.reviewableId === null ? 'absent' : 'waiting' }
	}
	const topic = await readTopic(client, topicId)
	return topic === null ? { is: 'absent' } : judge(topic, link.record)
}

/**
 * What a topic means for a record.
 *
 * @param topic as it was read
 * @param record whose topic it should be
 */
export function judge(topic: ForumTopic, record: string): Observed {
	const firstPost = topic.posts.find((post) => post.number === 1)
	const marked = firstPost?.raw ? needOfMarker(firstPost.raw) : undefined
	// A topic that went through review has lost its external id; only its marker is left.
	const isOurs = topic.externalId === null ? `need-${marked}` === record : topic.externalId === record
	if (!isOurs) {
		return { is: 'foreign' }
	}
	if (topic.personal) {
		return { is: 'personal' }
	}
	if (topic.deletedAt !== null || firstPost === undefined || firstPost.deleted) {
		return { is: 'deleted' }
	}
	return { is: 'present', topic, firstPost, fields: fieldsOf(topic, firstPost) }
}

function fieldsOf(topic: ForumTopic, firstPost: ForumPost): AcknowledgedTopic {
	return {
		title: topic.title,
		body: firstPost.raw ?? '',
		category: topic.categoryId,
		tags: topic.tags,
		closed: topic.closed,
		visible: topic.visible,
	}
}
