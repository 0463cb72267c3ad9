/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../../../discourse-connector/sandbox-forum/forum.ts'
import type { Database } from '../../../discourse-connector/src/platform/database.ts'
import type { Linked, SyncWorld } from './world.ts'

import { renderTopic } from '@emancipasso/shared/community/topic'
import { createTopic } from '../../../discourse-connector/sandbox-forum/posts/create-post.ts'
import { recordOf } from '../../../discourse-connector/src/community/tables.ts'
import { shortDigest } from '../../../discourse-connector/src/sync/detection/news.ts'
import { publicationOf, RENDERING } from './engine.ts'
import { publishNeeds } from './publish-needs.ts'

const AT_ONCE = 1000
const DAY_MS = 86_400_000
const OLDEST_DAYS = 365

/** A topic that was linked long ago. */
export interface OldTopic {
	uuid: string
	topicId: number
	firstPostId: number
	title: string
	body: string
	category: number
	tags: string[]
	/** Of the topic and its only post. */
	createdAt: string
}

/**
 * Needs whose topics were created, agreed and read in the course of a year, without a call.
 *
 * @param world empty
 * @param count of them
 */
export async function linkedLongAgo(world: SyncWorld, count: number): Promise<Linked[]> {
	const { database, forum } = world
	const uuids = await publishNeeds(database, Array.from({ length: count }, (_, index) => index), false)
	const now = Date.now()
	const topics = uuids.map((uuid, index): OldTopic => {
		const at = new Date(now - OLDEST_DAYS * DAY_MS * (count - index) / count)
		return onForum({ ...forum.forum, now: () => at }, uuid, index)
	})
	await keepLinks(database, topics)
	return topics.flatMap(({ uuid, topicId, firstPostId }) => {
		const [topic, first] = [forum.state.topic(topicId), forum.state.post(firstPostId)]
		return topic === undefined || first === undefined ? [] : [{ uuid, topic, first }]
	})
}

function onForum(forum: Forum, uuid: string, number: number): OldTopic {
	const { title, body: rendered, tags } = renderTopic(publicationOf(number), { uuid, language: RENDERING.language, status: 'published', supports: 0 })
	const category = RENDERING.categories['tool-advice']
	const bot = forum.state.userNamed('emancipasso')
	const created = bot && createTopic(forum, bot, { title, raw: rendered.trimEnd(), categoryId: category, tags, externalId: recordOf(uuid), skipValidations: true, importMode: true })
	if (created === undefined || !('post' in created)) {
		throw new Error(`The sandbox forum refused the topic “${title}”.`)
	}
	const { id, topicId, raw, createdAt } = created.post
	return { uuid, topicId, firstPostId: id, title, body: raw, category, tags: [...tags].sort(), createdAt }
}

/**
 * Links needs to topics that were read as they are.
 *
 * @param database of the needs
 * @param topics of theirs
 */
export async function keepLinks({ kysely }: Pick<Database, 'kysely'>, topics: readonly OldTopic[]): Promise<void> {
	for (let start = 0; start < topics.length; start += AT_ONCE) {
		await kysely.insertInto('topic_link').values(topics.slice(start, start + AT_ONCE).map(({ uuid, topicId, firstPostId, title, body, category, tags, createdAt }) => {
			const fields = { title, body, category, closed: false, visible: true }
			return {
				record_id: recordOf(uuid),
				need_id: uuid,
				topic_id: topicId,
				first_post_id: firstPostId,
				topic_url: null,
				state: 'linked' as const,
				problem_kind: null,
				sent_at: null,
				reviewable_id: null,
				erasure: null,
				audited_at: null,
				settled: JSON.stringify({ ...fields, tags }),
				acknowledged: JSON.stringify({ ...fields, tags: tags.map((name) => ({ id: null, name })) }),
				last_read: JSON.stringify({ title, body: shortDigest(body), category, tags, closed: false, visible: true, posts: 1, lastPostedAt: createdAt, upTo: createdAt, digest: '' }),
				updated_at: new Date(),
			}
		})).execute()
	}
}
