/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { EventContent } from '../../forum/webhook-content.ts'
import type { Hint } from '../../platform/hints.ts'

import express from 'express'
import { contentOf } from '../../forum/webhook-content.ts'
import { isSigned, topicEventOf } from '../../forum/webhooks.ts'
import { Priority } from '../../platform/hints.ts'
import { inTime } from '../../platform/in-time.ts'
import { Problem } from '../../platform/problem.ts'

/** More than a forum ever sends of a topic or a post. */
const MOST_BYTES = 5 * 1024 * 1024

/** A forum tells of one action in several events, and its editor saves in two steps: looked at together they cost one call. */
const SETTLE_SECONDS = 2

/** A forum waits for its answer, so an event that cannot be judged at once is looked at. */
const PATIENCE_MS = 400

/** What became of a delivery. */
export type Delivered = 'hint' | 'known' | 'ignored' | 'unsigned'

/** What the inbox needs. */
export interface InboxParts {
	/** Accepted now; two while one replaces the other. */
	secrets: readonly string[]
	/** Makes hints durable. */
	intake: (hints: readonly Hint[]) => Promise<void>
	/** Whether an event says only what we know, such as an echo of our own writing. */
	isKnown?: (content: EventContent) => Promise<boolean>
	/** Told of each delivery, for metrics. */
	onDelivery?: (outcome: Delivered) => void
}

/**
 * POST /webhooks/discourse: checks the signature on the bytes as they came, keeps the topic's number and the event's
 * name, and answers at once. What is not about a topic of everybody's is answered the same and forgotten.
 *
 * @param parts secrets and where hints go
 */
export function webhookInbox(parts: InboxParts): Router {
	const router = express.Router()
	router.post('/webhooks/discourse', express.raw({ type: () => true, limit: MOST_BYTES }), async (request, response) => {
		const body: unknown = request.body
		if (!Buffer.isBuffer(body) || !isSigned(body, request.get('X-Discourse-Event-Signature'), parts.secrets)) {
			parts.onDelivery?.('unsigned')
			throw new Problem('signature-wrong')
		}
		const [family, name, json] = [request.get('X-Discourse-Event-Type'), request.get('X-Discourse-Event'), jsonOf(body)]
		const event = topicEventOf(family, name, json)
		const isKnown = event !== null && await judge(parts, contentOf(family, name, json))
		if (event !== null && !isKnown) {
			await parts.intake([{ record: `topic-${event.topicId}`, reason: `webhook ${event.event}`, priority: Priority.change, afterSeconds: SETTLE_SECONDS }])
				.catch(() => {
					// The forum keeps what was not taken in its journal, so say so instead of losing it.
					throw new Problem('not-ready', { headers: { 'Retry-After': '5' } })
				})
		}
		parts.onDelivery?.(event === null ? 'ignored' : isKnown ? 'known' : 'hint')
		response.status(200).json({ ok: true })
	})
	return router
}

async function judge({ isKnown }: InboxParts, content: EventContent | null): Promise<boolean> {
	if (isKnown === undefined || content === null) {
		return false
	}
	return await inTime(isKnown(content).catch(() => false), PATIENCE_MS, false)
}

function jsonOf(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'))
	} catch {
		return undefined
	}
}
