/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call, Forum, Handler } from '../forum.ts'
import type { WebHook, WebHookEvent } from '../state/model.ts'
import type { WebhookSender } from './sender.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, list, queryText, record, text, whole } from '../fields.ts'
import { adminOnly } from '../forum.ts'
import { say } from '../sentences.ts'
import { notFound } from '../topics/find-topic.ts'
import { eventTypes } from './event-types.ts'

/**
 * The admin's routes about hooks and their journal.
 *
 * @param sender redelivers and pings
 */
export function webhookRoutes(sender: WebhookSender): Record<'list' | 'create' | 'show' | 'change' | 'remove' | 'ping' | 'events' | 'redeliver' | 'redeliverFailed', Handler> {
	return {
		list: adminOnly((forum) => ok({
			web_hooks: forum.state.data.webHooks.map((hook) => hookOut(forum, hook)),
			extras: {
				event_types: eventTypes(forum.features.fineHooks),
				grouped_event_types: Object.groupBy(eventTypes(forum.features.fineHooks), (type) => type.group),
				content_types: [{ id: 1, name: 'application/json' }, { id: 2, name: 'application/x-www-form-urlencoded' }],
			},
			total_rows_web_hooks: forum.state.data.webHooks.length,
		})),
		create: adminOnly((forum, call) => {
			const hook: WebHook = { id: forum.state.newId(), payloadUrl: '', secret: '', active: true, wildcard: false, eventTypeIds: [], categoryIds: [], lastDeliveryStatus: 1 }
			change(forum, hook, call)
			forum.state.data.webHooks.push(hook)
			return ok({ web_hook: hookOut(forum, hook) })
		}),
		show: adminOnly((forum, call) => ok({ web_hook: hookOut(forum, hookOf(forum, call)) })),
		change: adminOnly((forum, call) => {
			const hook = hookOf(forum, call)
			change(forum, hook, call)
			return ok({ web_hook: hookOut(forum, hook) })
		}),
		remove: adminOnly((forum, call) => {
			const hook = hookOf(forum, call)
			forum.state.data.webHooks.splice(forum.state.data.webHooks.indexOf(hook), 1)
			return ok({ success: 'OK' })
		}),
		ping: adminOnly((forum, call) => {
			sender.ping(hookOf(forum, call))
			return ok({ success: 'OK' })
		}),
		events: adminOnly((forum, call) => {
			const hook = hookOf(forum, call)
			const failedOnly = forum.features.journalFilter && queryText(call.query, 'status') === 'failed'
			const events = forum.state.data.webHookEvents.filter((event) => event.webHookId === hook.id && (!failedOnly || hasFailed(event))).reverse()
			const offset = whole(queryText(call.query, 'offset')) ?? 0
			return ok({
				web_hook_events: events.slice(offset, offset + 50).map(eventOut),
				total_rows_web_hook_events: events.length,
				load_more_web_hook_events: `/admin/api/web_hook_events/${hook.id}.json?offset=${offset + 50}`,
				extras: { web_hook_id: hook.id },
			})
		}),
		redeliver: adminOnly((forum, call) => {
			const event = forum.state.data.webHookEvents.find((candidate) => candidate.id === Number(call.params.event_id))
			if (event === undefined) {
				throw notFound(forum)
			}
			sender.redeliver(hookOf(forum, call), event)
			return ok({ web_hook_event: eventOut(event) })
		}),
		redeliverFailed: adminOnly((forum, call) => {
			const ids = (list(call.body.event_ids) ?? []).map(Number)
			const events = forum.state.data.webHookEvents.filter((event) => ids.includes(event.id) && hasFailed(event))
			events.slice(0, 20).forEach((event) => sender.redeliver(hookOf(forum, call), event))
			return ok({ event_count: events.length })
		}),
	}
}

function hookOf(forum: Forum, call: Call): WebHook {
	const hook = forum.state.data.webHooks.find((candidate) => candidate.id === Number(call.params.id))
	if (hook === undefined) {
		throw notFound(forum)
	}
	return hook
}

function change(forum: Forum, hook: WebHook, call: Call): void {
	const sent = record(call.body.web_hook)
	const secret = text(sent.secret) ?? hook.secret
	const payloadUrl = text(sent.payload_url) ?? hook.payloadUrl
	if (!URL.canParse(payloadUrl) || (secret !== '' && secret.length < 12)) {
		throw new Refusal(failure(422, null, [say(forum.settings, 'invalidParameter', URL.canParse(payloadUrl) ? 'secret' : 'payload_url')]))
	}
	if (payloadUrl !== hook.payloadUrl && isInternal(new URL(payloadUrl).hostname) && !forum.settings.allowedInternalHosts.split('|').includes(new URL(payloadUrl).hostname)) {
		throw new Refusal(failure(422, null, [say(forum.settings, 'payloadUrlBlocked')]))
	}
	hook.payloadUrl = payloadUrl
	hook.secret = secret
	hook.active = sent.active === undefined ? hook.active : flag(sent.active)
	hook.wildcard = sent.wildcard_web_hook === undefined ? hook.wildcard : flag(sent.wildcard_web_hook)
	hook.eventTypeIds = (list(sent.web_hook_event_type_ids) ?? hook.eventTypeIds).map(Number)
	hook.categoryIds = (list(sent.category_ids) ?? hook.categoryIds).map(Number)
}

/** The names that are internal to a forum without asking anyone. */
function isInternal(host: string): boolean {
	return /^(localhost|127\..*|10\..*|192\.168\..*|\[::1\])$/.test(host)
}

function hookOut(forum: Forum, hook: WebHook): Record<string, unknown> {
	return {
		id: hook.id,
		payload_url: hook.payloadUrl,
		content_type: 1,
		last_delivery_status: hook.active ? hook.lastDeliveryStatus : 4,
		secret: hook.secret,
		wildcard_web_hook: hook.wildcard,
		verify_certificate: true,
		active: hook.active,
		web_hook_event_types: eventTypes(forum.features.fineHooks).filter((type) => hook.eventTypeIds.includes(type.id)),
		categories: hook.categoryIds.map((id) => ({ id })),
		tags: [],
		groups: [],
	}
}

function eventOut(event: WebHookEvent): Record<string, unknown> {
	return {
		id: event.id,
		web_hook_id: event.webHookId,
		request_url: event.requestUrl,
		headers: JSON.stringify(event.headers),
		payload: event.payload,
		status: event.status,
		response_headers: '{}',
		response_body: event.responseBody,
		duration: 10,
		created_at: event.createdAt,
	}
}

function hasFailed(event: WebHookEvent): boolean {
	return event.status !== 0 && (event.status < 200 || event.status > 299)
}
