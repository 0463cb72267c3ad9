/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { ForumPost } from '../../forum/replies.ts'
import type { Answer } from './answer-link.ts'
import type { ObservedPost } from './answer-state.ts'

import { answerOfMarker } from '@emancipasso/shared/community/answer-post'
import { readAllPosts, readPost } from '../../forum/posts.ts'
import { readTopic } from '../../forum/topics.ts'

/** An answer leaves within seconds; one that waited longer may be of a restored backup, and have left after it was taken. */
const USUAL_SECONDS = 60

/**
 * Looks at what the forum says of an answer: by its post's number, or, since posts have no id of ours, among the posts
 * of the topic after a call whose outcome we do not know. What was just written costs no call.
 *
 * @param client of the forum
 * @param answer what we know
 * @param topicId of the need that it answers
 * @throws {ForumFailure}
 */
export async function observeAnswer(client: ForumClient, answer: Answer, topicId: number | null): Promise<ObservedPost> {
	const post = answer.post_id === null ? await findPost(client, answer, topicId) : await readPost(client, answer.post_id)
	if (post === null) {
		return { is: 'absent' }
	}
	if (!isOurs(client, answer, post)) {
		return { is: 'foreign' }
	}
	const read = { ...post, raw: post.raw ?? '' }
	return { is: post.deleted ? 'deleted' : post.hidden ? 'hidden' : 'present', post: read }
}

/**
 * Whether a post carries an answer's marker and is by our own account: anybody can write a marker.
 *
 * @param client of the forum
 * @param uuid of the answer
 * @param post any
 */
export function isMarked(client: ForumClient, uuid: string, post: ForumPost): boolean {
	return answerOfMarker(post.raw ?? '') === uuid && post.username.toLowerCase() === client.username.toLowerCase()
}

async function findPost(client: ForumClient, answer: Answer, topicId: number | null): Promise<ForumPost | null> {
	const mayBeThere = answer.sent_at !== null || answer.ageSeconds > USUAL_SECONDS
	const topic = !mayBeThere || topicId === null ? null : await readTopic(client, topicId)
	const posts = topic === null ? [] : await readAllPosts(client, topic)
	return posts.find((post) => post.number > 1 && isMarked(client, answer.id, post)) ?? null
}

// A post keeps its date through edits, moves and other owners; a marker can be edited away.
function isOurs(client: ForumClient, answer: Answer, post: ForumPost): boolean {
	return (answer.posted_at !== null && answer.posted_at === post.createdAt) || isMarked(client, answer.id, post)
}
