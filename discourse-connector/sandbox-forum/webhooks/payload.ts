/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum, ForumEvent } from '../forum.ts'

import { createHmac } from 'node:crypto'
import { postWithTopic } from '../posts/serialize-post.ts'
import { topicOut } from '../topics/serialize-topic.ts'

/**
 * What a hook is sent, taken as things stand now: a topic carries neither raw nor editor, a post neither tags nor
 * external_id.
 *
 * @return the JSON text, which is what is signed
 */
export function payloadOf(forum: Forum, event: ForumEvent): string {
	const system = forum.state.user(-1)
	return JSON.stringify(event.family === 'topic'
		? { topic: topicOut(forum, event.topic) }
		: { post: postWithTopic(forum, event.post, forum.state.topic(event.post.topicId), system) })
}

/** The headers of a delivery; without a secret it goes unsigned. */
export function headersOf(forum: Forum, secret: string, eventId: number, family: string, name: string, payload: string): Record<string, string> {
	return {
		'Content-Type': 'application/json',
		'User-Agent': `Discourse/${forum.features.version}`,
		'X-Discourse-Instance': forum.baseUrl,
		'X-Discourse-Event-Id': String(eventId),
		'X-Discourse-Event-Type': family,
		'X-Discourse-Event': name,
		...(secret === '' ? {} : { 'X-Discourse-Event-Signature': `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}` }),
	}
}
