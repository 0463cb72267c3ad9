/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Hint } from '../../platform/hints.ts'

import express from 'express'
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { serverOf } from '../../forum/testing.ts'
import { problemHandler } from '../../platform/problem.ts'
import { webhookInbox } from './webhook-inbox.ts'

const [OLD, NEW] = ['un-vieux-secret', 'un-secret-tout-neuf']

async function inbox(isAway = false) {
	const hints: Hint[] = []
	const unexpected: unknown[] = []
	const intake = async (left: readonly Hint[]) => {
		if (isAway) {
			throw new Error('The database is away')
		}
		hints.push(...left)
	}
	const app = express().use(webhookInbox({ secrets: [NEW, OLD], intake })).use(problemHandler((error) => unexpected.push(error)))
	const url = await serverOf(app)
	return {
		hints,
		unexpected,
		post: async (body: string | Buffer, { secret = NEW, headers = {} }: { secret?: string, headers?: Record<string, string> } = {}) => fetch(`${url}/webhooks/discourse`, {
			method: 'POST',
			body: Buffer.from(body),
			headers: {
				'Content-Type': 'application/json',
				'X-Discourse-Event-Type': 'post',
				'X-Discourse-Event': 'post_created',
				'X-Discourse-Event-Signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
				...headers,
			},
		}),
	}
}

const POST = JSON.stringify({ post: { id: 7, topic_id: 42, post_type: 1, topic_archetype: 'regular', raw: 'Un texte personnel' } })

it('keeps the number of the topic and the name of the event, nothing else', async () => {
	const { post, hints } = await inbox()
	expect((await post(POST)).status).toBe(200)
	expect(hints).toEqual([{ record: 'topic-42', reason: 'webhook post_created', priority: expect.any(Number), afterSeconds: expect.any(Number) }])
})

it('E50 takes the old secret as well while it is being replaced', async () => {
	const { post, hints } = await inbox()
	expect((await post(POST, { secret: OLD })).status).toBe(200)
	expect(hints).toHaveLength(1)
})

it.each([
	['a wrong secret', { secret: 'jamais-convenu-12' }, 403],
	['no signature', { headers: { 'X-Discourse-Event-Signature': '' } }, 403],
	['a label that is not JSON', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 200],
	['an event nobody knows', { headers: { 'X-Discourse-Event': 'DROP TABLE' } }, 200],
] as const)('E53 answers %s as it should', async (_name, options, status) => {
	const { post, hints, unexpected } = await inbox()
	expect((await post(POST, options)).status).toBe(status)
	expect(hints.map(({ reason }) => reason)).not.toContain('webhook DROP TABLE')
	expect(hints).toHaveLength(status === 200 ? 1 : 0)
	expect(unexpected).toEqual([])
})

it.each([
	['a personal message', { post: { topic_id: 42, post_type: 1, topic_archetype: 'private_message' } }],
	['a whisper', { post: { topic_id: 42, post_type: 4, topic_archetype: 'regular' } }],
	['a ping', { ping: 'OK' }],
	['something that is no object', 'x'],
])('E52 answers %s with 200 and keeps nothing of it', async (_name, body) => {
	const { post, hints } = await inbox()
	expect((await post(JSON.stringify(body))).status).toBe(200)
	expect(hints).toEqual([])
})

it('answers a body that is no JSON although it is signed', async () => {
	const { post, hints } = await inbox()
	expect((await post('{"post":')).status).toBe(200)
	expect(hints).toEqual([])
})

it('refuses 20 MB', async () => {
	const { post, hints } = await inbox()
	expect((await post(Buffer.alloc(20 * 1024 * 1024, 'x'))).status).toBe(413)
	expect(hints).toEqual([])
})

it('E46 says that the event was not taken when it could not be kept', async () => {
	const { post } = await inbox(true)
	expect((await post(POST)).status).toBe(503)
})

it('E45 answers within a second although nothing can say whether the event is known', async () => {
	const hints: Hint[] = []
	const app = express().use(webhookInbox({
		secrets: [NEW],
		intake: async (left) => {
			hints.push(...left)
		},
		isKnown: () => new Promise(() => {}),
	}))
	const body = JSON.stringify({ post: { id: 7, topic_id: 42, post_type: 1, post_number: 1, raw: 'Un texte', topic_title: 'Un titre', topic_archetype: 'regular' } })
	const begun = Date.now()
	const response = await fetch(`${await serverOf(app)}/webhooks/discourse`, {
		method: 'POST',
		body,
		headers: { 'X-Discourse-Event-Type': 'post', 'X-Discourse-Event': 'post_edited', 'X-Discourse-Event-Signature': `sha256=${createHmac('sha256', NEW).update(body).digest('hex')}` },
	})
	expect(response.status).toBe(200)
	expect(Date.now() - begun).toBeLessThan(1000)
	expect(hints).toHaveLength(1)
})
