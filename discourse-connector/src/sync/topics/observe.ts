/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../../community/tables.ts'
import type { ForumClient } from '../../forum/client.ts'
import type { ForumPost, ForumTopic } from '../../forum/replies.ts'
import type { Link } from './link-store.ts'
import type { Observed } from './state.ts'

import { needOfMarker } from '@emancipasso/shared/community/topic'
import { readPosts } from '../../forum/posts.ts'
import { findTopicId, readTopic } from '../../forum/topics.ts'

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
	if (topic === null) {
		return { is: 'absent' }
	}
	const strayed = strayedPost(topic, link)
	return judge(strayed === null ? topic : { ...topic, posts: [...topic.posts, ...await readPosts(client, topic.id, [strayed])] }, link)
}

/**
 * Our post of a long topic, where merging by date put older posts before it.
 *
 * @param topic as it was read
 * @param link what we know
 * @return null when it came with the topic, or is not in it
 */
function strayedPost(topic: ForumTopic, link: Link): number | null {
	const { firstPostId } = link
	return firstPostId !== null && topic.postIds?.includes(firstPostId) === true && !topic.posts.some((post) => post.id === firstPostId) ? firstPostId : null
}

/**
 * What a topic means for a record.
 *
 * @param topic as it was read
 * @param link of the record whose topic it should be
 */
export function judge(topic: ForumTopic, link: Link): Observed {
	const post = ourPost(topic, link)
	const isMarked = isMarkedFor(post, link.record)
	// A topic that went through review has lost its external id; only its marker is left.
	const isOurs = topic.externalId === null ? isMarked : topic.externalId === link.record
	if (!isOurs && !link.chosen) {
		return { is: 'foreign' }
	}
	if (topic.personal) {
		return { is: 'personal' }
	}
	if (topic.deletedAt !== null || post?.deleted === true) {
		return { is: 'deleted' }
	}
	if (post === undefined || !(isOurs || isMarked)) {
		return { is: 'followed', topic }
	}
	return { is: 'present', topic, firstPost: post, fields: fieldsOf(topic, post) }
}

// Merging by date can put somebody else's post first: it is never taken for ours.
function ourPost(topic: ForumTopic, link: Link): ForumPost | undefined {
	const first = topic.posts.find((post) => post.number === 1)
	return topic.posts.find((post) => post.id === link.firstPostId)
		?? (link.firstPostId === null || isMarkedFor(first, link.record) ? first : undefined)
}

function isMarkedFor(post: ForumPost | undefined, record: string): boolean {
	return `need-${needOfMarker(post?.raw ?? '')}` === record
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
