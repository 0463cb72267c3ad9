/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** All that is kept of an event: which topic to look at, and why. */
export interface TopicEvent {
	topicId: number
	/** The forum's own name of it, for example post_created. */
	event: string
}

const EVENT_NAME = /^[a-z_]{1,60}$/
const WHISPER = 4

const Topic = z.object({ id: z.number().int(), archetype: z.string().nullish() })
const Post = z.object({
	topic_id: z.number().int(),
	post_type: z.number().int().nullish(),
	topic_archetype: z.string().nullish(),
})

/**
 * Whether one of the secrets signed these very bytes.
 *
 * @param body as received, before anything read it
 * @param header X-Discourse-Event-Signature
 * @param secrets accepted now: two while one replaces the other, none accepts nothing
 */
export function isSigned(body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean {
	const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1]
	if (given === undefined) {
		return false
	}
	const signature = Buffer.from(given, 'hex')
	let signed = false
	for (const secret of secrets) {
		const matches = timingSafeEqual(createHmac('sha256', secret).update(body).digest(), signature)
		signed ||= matches && secret !== ''
	}
	return signed
}

/**
 * Reduces an event to the topic it is about. Personal messages, whispers and everything that is not about a topic come
 * to null: nothing of them may be kept.
 *
 * @param family X-Discourse-Event-Type: the key of the body
 * @param name X-Discourse-Event
 * @param body parsed JSON
 */
export function topicEventOf(family: string | undefined, name: string | undefined, body: unknown): TopicEvent | null {
	const event = EVENT_NAME.test(name ?? '') ? name ?? '' : 'unknown'
	if (family === 'topic') {
		const topic = Topic.safeParse(memberOf(body, family)).data
		return topic === undefined || isPersonal(topic.archetype) ? null : { topicId: topic.id, event }
	}
	if (family === 'post' || family === 'solved' || family === 'topic_voting') {
		const about = Post.safeParse(memberOf(body, family)).data
		return about === undefined || about.post_type === WHISPER || isPersonal(about.topic_archetype) ? null : { topicId: about.topic_id, event }
	}
	return null
}

function memberOf(body: unknown, name: string): unknown {
	return typeof body === 'object' && body !== null && Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined
}

function isPersonal(archetype: string | null | undefined): boolean {
	return (archetype ?? 'regular') !== 'regular'
}
