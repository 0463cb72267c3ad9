/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Faults } from '../faults/faults.ts'
import type { Forum, ForumEvent } from '../forum.ts'
import type { WebHook, WebHookEvent } from '../state/model.ts'

import { hears } from './event-types.ts'
import { headersOf, payloadOf } from './payload.ts'

const TIMEOUT_MS = 20_000
/** The journal of a month, in a forum of this size. */
const KEPT_EVENTS = 1000

export interface WebhookSender {
	/** Takes the payload now, sends it later. */
	announce(event: ForumEvent): void
	/** Sends an old event once more: same headers, same signature, same body. */
	redeliver(hook: WebHook, event: WebHookEvent): void
	/** Test call of the forum's settings page. */
	ping(hook: WebHook): void
	/** Resolves when nothing is on its way. */
	idle(): Promise<void>
}

/**
 * Sends events to the hooks that asked for them, once, without a retry and in no promised order.
 *
 * @param forum whose hooks and journal count
 * @param faults can lose, double, delay, disorder or spoil deliveries
 * @param saved called after the journal changed
 */
export function webhookSender(forum: Forum, faults: Faults, saved: () => void): WebhookSender {
	const underWay = new Set<Promise<void>>()
	let heldBack: ((after: Promise<void>) => void)[] = []

	function start(hook: WebHook, event: WebHookEvent, delayMs: number, after: Promise<void> = Promise.resolve()): Promise<void> {
		const delivery = after.then(() => deliver(hook, event, delayMs)).finally(() => underWay.delete(delivery))
		underWay.add(delivery)
		return delivery
	}

	async function deliver(hook: WebHook, event: WebHookEvent, delayMs: number): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, delayMs))
		try {
			const response = await fetch(event.requestUrl, {
				method: 'POST',
				headers: event.headers,
				body: event.payload,
				redirect: 'manual',
				signal: AbortSignal.timeout(TIMEOUT_MS),
			})
			event.status = response.status
			event.responseBody = (await response.text()).slice(0, 1000)
		} catch {
			event.status = -1
		}
		hook.lastDeliveryStatus = event.status >= 200 && event.status < 300 ? 3 : 2
		saved()
	}

	function journal(hook: WebHook, family: string, name: string, payload: string): WebHookEvent {
		const id = forum.state.newId()
		const event = {
			id,
			webHookId: hook.id,
			requestUrl: hook.payloadUrl,
			headers: headersOf(forum, hook.secret, id, family, name, payload),
			payload,
			status: 0,
			responseBody: '',
			createdAt: forum.now().toISOString(),
		}
		if (faults.take('webhook-forged') !== undefined) {
			event.headers['X-Discourse-Event-Signature'] = `sha256=${'0'.repeat(64)}`
		}
		forum.state.data.webHookEvents.push(event)
		forum.state.data.webHookEvents.splice(0, forum.state.data.webHookEvents.length - KEPT_EVENTS)
		return event
	}

	function send(hook: WebHook, family: string, name: string, payload: string): void {
		if (faults.take('webhook-lost') !== undefined) {
			return
		}
		const event = journal(hook, family, name, payload)
		if (faults.take('webhook-late') !== undefined) {
			heldBack.push((after) => void start(hook, event, 0, after))
			return
		}
		const delivery = start(hook, event, (faults.take('webhook-slow')?.seconds ?? 0) * 1000)
		if (faults.take('webhook-twice') !== undefined) {
			void start(hook, journal(hook, family, name, payload), 0)
		}
		const late = heldBack
		heldBack = []
		late.forEach((sendAfter) => sendAfter(delivery))
	}

	return {
		announce(event) {
			const interested = forum.state.data.webHooks.filter((hook) => hook.active && wants(forum, hook, event))
			const payload = interested.length > 0 ? payloadOf(forum, event) : ''
			interested.forEach((hook) => send(hook, event.family, event.name, payload))
		},
		redeliver(hook, event) {
			event.requestUrl = hook.payloadUrl
			void start(hook, event, 0)
		},
		ping(hook) {
			void start(hook, journal(hook, 'ping', 'ping', '{"ping":"OK"}'), 0)
		},
		async idle() {
			while (underWay.size > 0) {
				await Promise.all(underWay)
			}
		},
	}
}

/** A category filter compares the category at this moment; personal messages never pass one. */
function wants(forum: Forum, hook: WebHook, event: ForumEvent): boolean {
	const topic = event.family === 'topic' ? event.topic : forum.state.topic(event.post.topicId)
	const inCategory = hook.categoryIds.length === 0 || hook.categoryIds.includes(topic?.categoryId ?? 0)
	return inCategory && (hook.wildcard || hears(hook.eventTypeIds, forum.features.fineHooks, event.family, event.name))
}
