/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { forumUnderTest, TOPIC, webhookReceiver } from '../../sandbox-forum/testing.ts'
import { isSigned, topicEventOf } from './webhooks.ts'

const SECRET = 'un-secret-assez-long'
const body = Buffer.from('{"ping":"OK"}')
const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`

it.each([
	['the right secret', signature, [SECRET], true],
	['one of two secrets', signature, ['un-nouveau-secret', SECRET], true],
	['capital letters', signature.toUpperCase().replace('SHA256', 'sha256'), [SECRET], true],
	['another secret', signature, ['un-autre-secret'], false],
	['no secret at all', signature, [], false],
	['an empty secret', `sha256=${createHmac('sha256', '').update(body).digest('hex')}`, [''], false],
	['no header', undefined, [SECRET], false],
	['half a signature', signature.slice(0, 40), [SECRET], false],
	['another algorithm', signature.replace('sha256', 'sha1'), [SECRET], false],
] as const)('with %s', (_name, header, secrets, expected) => {
	expect(isSigned(body, header, secrets)).toBe(expected)
})

it('refuses a body with one byte more', () => {
	expect(isSigned(Buffer.concat([body, Buffer.from(' ')]), signature, [SECRET])).toBe(false)
})

it('reduces what the forum sends to topic and event, and drops messages and whispers', async () => {
	const receiver = await webhookReceiver()
	const { forum, webhooks } = await forumUnderTest({ webhookUrl: receiver.url, webhookSecret: SECRET })
	const marie = person(forum, 'Marie', 'moderator')
	const topic = marie.newTopic({ title: TOPIC.title, raw: TOPIC.raw, categoryId: 6 })
	marie.whisper(topic, 'Entre nous, ce sujet est un doublon.')
	marie.personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux.')
	marie.setStatus(topic, 'closed', true)
	await webhooks.idle()
	const events = receiver.deliveries.map(({ headers, text, body: payload }) => {
		expect(isSigned(Buffer.from(text), String(headers['x-discourse-event-signature']), [SECRET])).toBe(true)
		return topicEventOf(String(headers['x-discourse-event-type']), String(headers['x-discourse-event']), payload)
	})
	const kept = events.filter((event) => event !== null)
	expect(new Set(kept.map(({ topicId }) => topicId))).toEqual(new Set([topic.id]))
	expect(kept.map(({ event }) => event).sort()).toEqual(['post_created', 'post_created', 'topic_closed_status_updated', 'topic_created'])
	expect(events).toHaveLength(7)
})

it.each([
	['ping', { ping: 'OK' }],
	['user', { user: { id: 1, email: 'a@example.org' } }],
	['post', { post: { topic_id: 'drop table' } }],
	['topic', 'no object'],
	['constructor', {}],
])('keeps nothing of %s', (family, payload) => {
	expect(topicEventOf(family, 'anything', payload)).toBeNull()
})
