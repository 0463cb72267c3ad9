/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'
import type { ForumPost, ForumTopic } from './replies.ts'

import { ForumFailure } from './outcome.ts'
import { ChangedPost, CreatedPost, Nothing, ForumPost as Post, Revision, SomePosts } from './replies.ts'

const BLOCK = 50

/**
 * Changes a post's text, provided that it still is what we believe.
 *
 * @param client of the forum
 * @param id of the post
 * @param raw the new text
 * @param originalRaw what the forum said last
 * @return the post as the forum has it now
 * @throws {ForumFailure} `conflict` when somebody changed it meanwhile
 */
export async function changePost(client: ForumClient, id: number, raw: string, originalRaw: string): Promise<ForumPost & { raw: string }> {
	const { post } = await client.request({ method: 'PUT', path: `/posts/${id}.json`, body: { post: { raw, original_text: originalRaw } } }, ChangedPost)
	return { ...post, raw: post.raw ?? raw }
}

/**
 * Hides an earlier version of a post from everybody but staff.
 *
 * @param client of the forum
 * @param postId of the post
 * @param version from 2: what an edit changed
 * @throws {ForumFailure} `not-found` when the forum keeps no such version
 */
export async function hideRevision(client: ForumClient, postId: number, version: number): Promise<void> {
	await client.request({ method: 'PUT', path: `/posts/${postId}/revisions/${version}/hide.json` }, Nothing)
}

/**
 * Whether an earlier version of a post is known to be hidden from everybody but staff, or not kept at all.
 *
 * @param client of the forum
 * @param postId of the post
 * @param version from 2: what an edit changed
 * @throws {ForumFailure}
 */
export async function isRevisionHidden(client: ForumClient, postId: number, version: number): Promise<boolean> {
	try {
		return (await client.request({ method: 'GET', path: `/posts/${postId}/revisions/${version}.json` }, Revision)).current_hidden
	} catch (error) {
		if (error instanceof ForumFailure && (error.kind === 'not-found' || error.kind === 'forbidden')) {
			return error.kind === 'not-found'
		}
		throw error
	}
}

/**
 * Every post of a topic: those that came with it, and the rest in blocks.
 *
 * @param client of the forum
 * @param topic as it was read
 * @throws {ForumFailure}
 */
export async function readAllPosts(client: ForumClient, topic: ForumTopic): Promise<ForumPost[]> {
	const known = new Set(topic.posts.map((post) => post.id))
	const missing = (topic.postIds ?? []).filter((id) => !known.has(id))
	return [...topic.posts, ...await readPosts(client, topic.id, missing)]
}

/**
 * One post, wherever it was moved. To a staff key a deleted one is shown with its date.
 *
 * @param client of the forum
 * @param id of the post
 * @return null when it is not there, or not to be seen by this key
 * @throws {ForumFailure}
 */
export async function readPost(client: ForumClient, id: number): Promise<ForumPost | null> {
	try {
		return await client.request({ method: 'GET', path: `/posts/${id}.json` }, Post)
	} catch (error) {
		if (error instanceof ForumFailure && (error.kind === 'not-found' || error.kind === 'deleted')) {
			return null
		}
		throw error
	}
}

/**
 * Posts of a topic, in blocks.
 *
 * @param client of the forum
 * @param topicId of the topic
 * @param ids of the posts
 * @throws {ForumFailure}
 */
export async function readPosts(client: ForumClient, topicId: number, ids: readonly number[]): Promise<ForumPost[]> {
	const posts: ForumPost[] = []
	for (let start = 0; start < ids.length; start += BLOCK) {
		const query = { post_ids: ids.slice(start, start + BLOCK), include_raw: 1 }
		const reply = await client.request({ method: 'GET', path: `/t/${topicId}/posts.json`, query }, SomePosts)
		posts.push(...reply.post_stream.posts)
	}
	return posts
}

/**
 * Adds a reply. It has no external id: after an unknown effect look whether it is there.
 *
 * @param client of the forum
 * @param topicId where
 * @param raw Markdown
 * @return null when it waits for a moderator
 * @throws {ForumFailure}
 */
export async function createReply(client: ForumClient, topicId: number, raw: string): Promise<ForumPost | null> {
	const created = await client.request({ method: 'POST', path: '/posts.json', body: { topic_id: topicId, raw, auto_track: false } }, CreatedPost)
	return created.queued ? null : created.post
}

/**
 * Deletes a reply; a first post is refused.
 *
 * @param client of the forum
 * @param id of the post
 * @throws {ForumFailure}
 */
export async function deletePost(client: ForumClient, id: number): Promise<void> {
	await client.request({ method: 'DELETE', path: `/posts/${id}.json` }, Nothing)
}
