/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'
import { ForumTag } from './replies.ts'

/** What an event says of a topic or a post: compared with what is known, and never kept. `created` for what is new. */
export type EventContent = { created: boolean } & SaidContent

type SaidContent
	= | { of: 'topic', topicId: number, externalId: string | null, title: string, category: number | null, tags: string[], closed: boolean, visible: boolean, archived: boolean, deleted: boolean }
		| { of: 'post', topicId: number, postId: number, number: number, type: number, raw: string, title: string, category: number | null, actionCode: string | null, gone: boolean }

const Topic = z.looseObject({
	id: z.number().int(),
	title: z.string(),
	category_id: z.number().int().nullish(),
	tags: z.array(ForumTag).nullish(),
	closed: z.boolean(),
	visible: z.boolean(),
	archived: z.boolean(),
	deleted_at: z.string().nullish(),
	external_id: z.string().nullish(),
}).transform((topic): SaidContent => ({
	of: 'topic',
	topicId: topic.id,
	externalId: topic.external_id ?? null,
	title: topic.title,
	category: topic.category_id ?? null,
	tags: (topic.tags ?? []).map(({ name }) => name),
	closed: topic.closed,
	visible: topic.visible,
	archived: topic.archived,
	deleted: (topic.deleted_at ?? null) !== null,
}))

const Post = z.looseObject({
	id: z.number().int(),
	topic_id: z.number().int(),
	post_number: z.number().int(),
	post_type: z.number().int(),
	raw: z.string(),
	topic_title: z.string(),
	category_id: z.number().int().nullish(),
	action_code: z.string().nullish(),
	hidden: z.boolean().nullish(),
	user_deleted: z.boolean().nullish(),
	deleted_at: z.string().nullish(),
}).transform((post): SaidContent => ({
	of: 'post',
	topicId: post.topic_id,
	postId: post.id,
	number: post.post_number,
	type: post.post_type,
	raw: post.raw,
	title: post.topic_title,
	category: post.category_id ?? null,
	actionCode: post.action_code ?? null,
	gone: post.hidden === true || post.user_deleted === true || (post.deleted_at ?? null) !== null,
}))

/** Events after which a topic or a post is all that its payload says, and nothing else changed. */
const TELLING = new Set(['topic_created', 'topic_edited', 'topic_closed_status_updated', 'topic_visible_status_updated', 'post_created', 'post_edited'])

/**
 * What an event says, where its payload says all there is to know.
 *
 * @param family X-Discourse-Event-Type: the key of the body
 * @param name X-Discourse-Event
 * @param body parsed JSON
 * @return null when only reading the topic can tell
 */
export function contentOf(family: string | undefined, name: string | undefined, body: unknown): EventContent | null {
	if (!TELLING.has(name ?? '') || typeof body !== 'object' || body === null) {
		return null
	}
	const said = family === 'topic' && 'topic' in body
		? Topic.safeParse(body.topic).data
		: family === 'post' && 'post' in body ? Post.safeParse(body.post).data : undefined
	return said === undefined ? null : { ...said, created: name === 'topic_created' || name === 'post_created' }
}
