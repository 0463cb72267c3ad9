/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'
import type { ForumTag, ForumTopic as Topic } from './replies.ts'

import { ForumFailure, fromAnswer } from './outcome.ts'
import { ChangedTopic, CreatedPost, ForumTopic, Nothing } from './replies.ts'

/** How this forum wants tags to be written. */
export type TagForm = 'names' | 'objects'

/** A topic to create. */
export interface NewTopic {
	title: string
	raw: string
	categoryId: number
	tags: readonly WrittenTag[]
	/** Lower case, at most 50 of `a-z0-9_-`: what makes the creation happen once. */
	externalId: string
}

/** A tag to write; the id where it is known. */
export interface WrittenTag { id?: number | null, name: string }

/** Fields of a topic that change; what is absent stays. */
export interface TopicChange {
	title?: string
	categoryId?: number
	tags?: readonly WrittenTag[]
}

/** What became of a creation. */
export type Creation
	= | { queued: false, topicId: number, postId: number, raw: string | null, slug: string | null }
		| { queued: true, reviewableId: number | null }

/**
 * The topic that has an external id. Deleted ones are not found, although their id stays taken.
 *
 * @param client of the forum
 * @param externalId as it was sent
 * @throws {ForumFailure}
 */
export async function findTopicId(client: ForumClient, externalId: string): Promise<number | null> {
	const call = { method: 'GET', path: `/t/external_id/${encodeURIComponent(externalId)}.json` } as const
	const reply = await client.raw(call)
	// Only the number is taken from where it points: the key goes nowhere else.
	const id = /\/t\/[^/?]+\/(\d+)(\.json)?(\?|$)/.exec(reply.headers.get('Location') ?? '')?.[1]
	if (reply.status >= 300 && reply.status < 400 && id !== undefined) {
		return Number(id)
	}
	const failure = fromAnswer(`GET ${call.path}`, 'GET', reply)
	if (failure.kind === 'not-found' || failure.kind === 'deleted') {
		return null
	}
	throw failure
}

/**
 * A topic with the texts of its first twenty posts. To a staff key a deleted one is shown with its date.
 *
 * @param client of the forum
 * @param id of the topic
 * @return null when it is not there, or not to be seen by this key
 * @throws {ForumFailure}
 */
export async function readTopic(client: ForumClient, id: number): Promise<Topic | null> {
	try {
		return await client.request({ method: 'GET', path: `/t/${id}.json`, query: { include_raw: 1 } }, ForumTopic)
	} catch (error) {
		if (error instanceof ForumFailure && (error.kind === 'not-found' || error.kind === 'deleted')) {
			return null
		}
		throw error
	}
}

/**
 * Creates a topic. Never call it again after an unknown effect without looking for the external id first.
 *
 * @param client of the forum
 * @param topic to create
 * @param form of its tags
 * @throws {ForumFailure}
 */
export async function createTopic(client: ForumClient, topic: NewTopic, form: TagForm): Promise<Creation> {
	const created = await client.request({
		method: 'POST',
		path: '/posts.json',
		body: {
			title: topic.title,
			raw: topic.raw,
			category: topic.categoryId,
			tags: written(topic.tags, form),
			external_id: topic.externalId,
			auto_track: false,
		},
	}, CreatedPost)
	return created.queued
		? created
		: { queued: false, topicId: created.post.topicId, postId: created.post.id, raw: created.post.raw, slug: created.post.topicSlug }
}

/**
 * Changes fields of a topic, provided that they still are what we believe; older forums do not check that.
 *
 * @param client of the forum
 * @param id of the topic
 * @param change the fields that differ
 * @param original what the forum said last
 * @param original.title before
 * @param original.tags before
 * @param form of its tags
 * @return the title as the forum has it now
 * @throws {ForumFailure} `conflict` when somebody changed it meanwhile
 */
export async function changeTopic(client: ForumClient, id: number, change: TopicChange, original: { title: string, tags: readonly ForumTag[] }, form: TagForm): Promise<string> {
	const changed = await client.request({
		method: 'PUT',
		path: `/t/-/${id}.json`,
		body: {
			...(change.title === undefined ? {} : { title: change.title }),
			...(change.categoryId === undefined ? {} : { category_id: change.categoryId }),
			...(change.tags === undefined ? {} : { tags: written(change.tags, form) }),
			original_title: original.title,
			original_tags: written(original.tags, form),
		},
	}, ChangedTopic)
	return changed.basic_topic.title
}

/**
 * Opens or closes, lists or unlists. The forum leaves a small post each time, so call it only for a change.
 *
 * @param client of the forum
 * @param id of the topic
 * @param status which one
 * @param enabled whether it shall be so
 * @throws {ForumFailure}
 */
export async function setTopicStatus(client: ForumClient, id: number, status: 'closed' | 'archived' | 'visible', enabled: boolean): Promise<void> {
	await client.request({ method: 'PUT', path: `/t/${id}/status.json`, body: { status, enabled: String(enabled) } }, Nothing)
}

function written(tags: readonly WrittenTag[], form: TagForm): unknown[] {
	return form === 'names' ? tags.map((tag) => tag.name) : tags.map(({ id, name }) => typeof id === 'number' ? { id, name } : { name })
}
