/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'
import type { TopicEvent } from './webhooks.ts'

import { z } from 'zod'
import { topicEventOf } from './webhooks.ts'

const PAGE = 50
const MOST_PAGES = 200

const Hook = z.looseObject({ id: z.number().int(), payload_url: z.string(), active: z.boolean().nullish() })
	.transform(({ id, payload_url: payloadUrl, active }) => ({ id, payloadUrl, active: active ?? true }))

/** A webhook as the forum's admins see it. */
export type Hook = z.output<typeof Hook>

const HookList = z.looseObject({ web_hooks: z.array(Hook), total_rows_web_hooks: z.number().int().nullish() })

// Reduced while it is read: personal messages and texts go no further than this.
const Delivery = z.looseObject({
	id: z.number().int(),
	status: z.number().int().nullish(),
	created_at: z.string(),
	headers: z.unknown(),
	payload: z.unknown(),
}).transform((event): Delivery => ({
	id: event.id,
	at: event.created_at,
	taken: event.status !== null && event.status !== undefined && event.status >= 200 && event.status < 300,
	event: eventOf(parsed(event.headers), parsed(event.payload)),
}))

const Journal = z.looseObject({ web_hook_events: z.array(Delivery) })

/** One delivery as the forum remembers it. */
export interface Delivery {
	id: number
	/** When the forum sent it, by its own clock. */
	at: string
	/** Whether the receiver said that it has it. */
	taken: boolean
	/** Null for what is not about a topic of everybody's. */
	event: TopicEvent | null
}

/**
 * The forum's webhooks. Needs the key of an admin.
 *
 * @param client of the forum
 * @throws {ForumFailure} `forbidden` or `not-found` when the key does not allow it
 */
export async function readHooks(client: ForumClient): Promise<Hook[]> {
	const hooks: Hook[] = []
	for (;;) {
		const query = hooks.length === 0 ? {} : { offset: hooks.length }
		const { web_hooks: some, total_rows_web_hooks: total } = await client.request({ method: 'GET', path: '/admin/api/web_hooks.json', query }, HookList)
		hooks.push(...some)
		if (some.length === 0 || hooks.length >= (total ?? 0)) {
			return hooks
		}
	}
}

/**
 * Reads the journal of a webhook from its newest end back to what is old: on recent forums only what was not taken, on
 * older ones everything.
 *
 * @param client of the forum
 * @param hookId of the webhook
 * @param isOld whether a delivery lies behind what is wanted
 * @param mostPages where to give up
 * @throws {ForumFailure}
 */
export async function readJournal(client: ForumClient, hookId: number, isOld: (delivery: Delivery) => boolean, mostPages = MOST_PAGES): Promise<{ deliveries: Delivery[], complete: boolean }> {
	const found = new Map<number, Delivery>()
	let complete = false
	for (let page = 0; !complete && page < mostPages; page++) {
		const query = { status: 'failed', ...(page === 0 ? {} : { offset: page * PAGE }) }
		const { web_hook_events: some } = await client.request({ method: 'GET', path: `/admin/api/web_hook_events/${hookId}.json`, query }, Journal)
		some.forEach((delivery) => found.set(delivery.id, delivery))
		complete = some.length < PAGE || some.some(isOld)
	}
	return { deliveries: [...found.values()], complete }
}

function eventOf(headers: unknown, body: unknown): TopicEvent | null {
	const named = new Map(Object.entries(typeof headers === 'object' ? headers ?? {} : {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
	return topicEventOf(named.get('x-discourse-event-type'), named.get('x-discourse-event'), body)
}

function parsed(value: unknown): unknown {
	try {
		return typeof value === 'string' ? JSON.parse(value) : value
	} catch {
		return undefined
	}
}
