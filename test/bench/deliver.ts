/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Sends signed webhooks over kept connections and prints how they were answered in how many seconds. A program of its own,
 * so that it takes no time from what it measures but the machine's; bounded in number and in time.
 */
import type { Delivered, Load } from './load.ts'

import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

const load = JSON.parse(process.argv[2] ?? '') as Load
const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
const text = 'Nous utilisons un agenda partagé depuis deux ans, et voici ce que nous en pensons. '.repeat(18)

/** Made and signed before the clock starts. */
const deliveries = Array.from({ length: load.count }, (_, number) => {
	const topic = load.firstTopic + number % load.topics
	const body = Buffer.from(JSON.stringify({ post: { id: number, topic_id: topic, topic_slug: 'agenda', topic_archetype: 'regular', post_type: 1, post_number: 2, username: 'marie', raw: text, cooked: `<p>${text}</p>` } }))
	return { body, signature: createHmac('sha256', load.secret).update(body).digest('hex') }
})

let next = 0
const answers: Record<number, number> = {}
const start = performance.now()
const deadline = start + load.seconds * 1000
await Promise.all(Array.from({ length: load.connections }, async () => {
	for (let delivery = deliveries[next++]; delivery !== undefined && performance.now() < deadline; delivery = deliveries[next++]) {
		const status = await deliver(delivery)
		answers[status] = (answers[status] ?? 0) + 1
	}
}))
const delivered: Delivered = { answers, seconds: (performance.now() - start) / 1000 }
console.log(JSON.stringify(delivered))
agent.destroy()

/** @return the status of the answer */
function deliver({ body, signature }: { body: Buffer, signature: string }): Promise<number> {
	return new Promise((resolve, reject) => {
		request(load.url, {
			agent,
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'Content-Length': body.length,
				'X-Discourse-Event-Type': 'post',
				'X-Discourse-Event': 'post_created',
				'X-Discourse-Event-Signature': `sha256=${signature}`,
			},
		}, (response) => {
			response.resume().once('end', () => resolve(response.statusCode ?? 0))
		}).once('error', reject).end(body)
	})
}
