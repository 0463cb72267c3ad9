/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { person } from '../people.ts'
import { forumUnderTest, TOPIC, webhookReceiver } from '../testing.ts'

const SECRET = 'un-secret-assez-long'
/** Hooks and their journal are not even there for a moderator. */
const ADMIN = { 'Api-Username': 'system' }

async function withReceiver() {
	const receiver = await webhookReceiver()
	const forum = await forumUnderTest({ webhookUrl: receiver.url, webhookSecret: SECRET })
	const names = () => receiver.deliveries.map(({ headers }) => headers['x-discourse-event']).sort()
	return { ...forum, ...receiver, url: forum.url, names }
}

it('signs what it sends, and keeps raw to posts and external ids to topics', async () => {
	const { call, webhooks, deliveries, names, url } = await withReceiver()
	await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	expect(names()).toEqual(['post_created', 'topic_created'])
	for (const { headers, text } of deliveries) {
		expect(headers['x-discourse-event-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(text).digest('hex')}`)
		expect(headers['x-discourse-instance']).toBe(url)
	}
	const [post, topic] = ['post', 'topic'].map((family) => deliveries.find(({ body }) => family in body)?.body[family])
	expect(post).toMatchObject({ raw: TOPIC.raw })
	expect(post).not.toHaveProperty('external_id')
	expect(topic).toMatchObject({ external_id: TOPIC.external_id })
	expect(topic).not.toHaveProperty('raw')
})

it('sends topic_edited in place of post_edited when topic fields change with the body', async () => {
	const { call, webhooks, names, deliveries } = await withReceiver()
	const { body } = await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	deliveries.length = 0
	await call('PUT', `/posts/${body.id}.json`, { post: { raw: `${TOPIC.raw} Et plus.` }, title: 'Un titre entièrement neuf' })
	await call('PUT', `/posts/${body.id}.json`, { post: { raw: `${TOPIC.raw} Et encore plus.` } })
	await webhooks.idle()
	expect(names()).toEqual(['post_edited', 'topic_edited'])
})

it('announces closing with its small action, and a deletion before it is dated', async () => {
	const { call, webhooks, names, deliveries } = await withReceiver()
	const { body } = await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	deliveries.length = 0
	await call('PUT', `/t/${body.topic_id}/status.json`, { status: 'closed', enabled: true })
	await call('DELETE', `/t/${body.topic_id}.json`)
	await webhooks.idle()
	expect(names()).toEqual(['post_created', 'post_destroyed', 'topic_closed_status_updated', 'topic_destroyed'])
	const destroyed = deliveries.find(({ headers }) => headers['x-discourse-event'] === 'topic_destroyed')
	expect(destroyed?.body.topic).toMatchObject({ deleted_at: null })
})

it('journals a delivery that nobody took, does not retry it, and repeats it as it was when asked', async () => {
	const { call, webhooks, setWebhook, state, deliveries } = await withReceiver()
	const address = state.data.webHooks[0]?.payloadUrl ?? ''
	setWebhook('http://127.0.0.1:9/closed', SECRET)
	await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	const failed = await call('GET', '/admin/api/web_hook_events/1.json?status=failed', undefined, ADMIN)
	const events = failed.body.web_hook_events as { id: number, status: number, payload: string }[]
	expect(events.map(({ status }) => status)).toEqual([-1, -1])
	expect(deliveries).toHaveLength(0)
	setWebhook(address, 'un-tout-autre-secret')
	await call('POST', `/admin/api/web_hooks/1/events/${events[0]?.id}/redeliver.json`, {}, ADMIN)
	await webhooks.idle()
	expect(deliveries.map(({ text }) => text)).toEqual([events[0]?.payload])
	expect(deliveries[0]?.headers['x-discourse-event-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(events[0]?.payload ?? '').digest('hex')}`)
})

it.each([['webhook-lost', 1], ['webhook-twice', 3]] as const)('can be told %s', async (fault, count) => {
	const { call, webhooks, faults, deliveries } = await withReceiver()
	faults.set(fault)
	await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	expect(deliveries).toHaveLength(count)
	expect(new Set(deliveries.map(({ headers }) => headers['x-discourse-event-id'])).size).toBe(count)
})

it('can be told to disorder events', async () => {
	const { call, webhooks, faults, deliveries } = await withReceiver()
	faults.set('webhook-late')
	await call('POST', '/posts.json', TOPIC)
	await webhooks.idle()
	expect(deliveries.map(({ headers }) => headers['x-discourse-event'])).toEqual(['post_created', 'topic_created'])
})

it('also tells of personal messages, whispers and their texts, as a real forum does', async () => {
	const { webhooks, forum, deliveries } = await withReceiver()
	person(forum, 'Marie').personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux, merci.')
	await webhooks.idle()
	expect(deliveries.find(({ body }) => 'post' in body)?.body.post).toMatchObject({ topic_archetype: 'private_message', raw: expect.any(String) })
})

it('makes a hook that hears only what it asked for', async () => {
	const { call, webhooks, deliveries, state, forum } = await withReceiver()
	const [first] = state.data.webHooks
	const list = await call('GET', '/admin/api/web_hooks.json', undefined, ADMIN)
	const { event_types: types } = list.body.extras as { event_types: { id: number, name: string }[] }
	const edited = types.find(({ name }) => name === 'topic_edited')
	const made = await call('POST', '/admin/api/web_hooks.json', { web_hook: { payload_url: first?.payloadUrl, secret: SECRET, active: true, web_hook_event_type_ids: [edited?.id] } }, ADMIN)
	await call('DELETE', '/admin/api/web_hooks/1.json', undefined, ADMIN)
	expect(made.status).toBe(200)
	const topic = person(forum, 'Marie', 'moderator').newTopic({ title: TOPIC.title, raw: TOPIC.raw, categoryId: 6 })
	person(forum, 'Marie', 'moderator').setStatus(topic, 'closed', true)
	await webhooks.idle()
	expect(deliveries.map(({ headers }) => headers['x-discourse-event'])).toEqual(['topic_closed_status_updated'])
})
