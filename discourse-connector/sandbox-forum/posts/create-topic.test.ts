/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../people.ts'
import { forumUnderTest, TOPIC } from '../testing.ts'

it('creates a topic, answers the post at top level and keeps the text as sent', async () => {
	const { call } = await forumUnderTest()
	const created = await call('POST', '/posts.json', { ...TOPIC, raw: `${TOPIC.raw} <b>@here</b>  \n` })
	expect(created.status).toBe(200)
	expect(created.body).toMatchObject({ post_number: 1, raw: `${TOPIC.raw} <b>@here</b>`, version: 1 })
	const topic = await call('GET', `/t/${created.body.topic_id}.json`)
	expect(topic.body).toMatchObject({ title: TOPIC.title, external_id: TOPIC.external_id, category_id: 6, tags: [{ name: 'fr' }] })
})

it('gives an identical repeated call the first answer for 120 s, then says that the external id is taken', async () => {
	const { call, pass } = await forumUnderTest()
	const first = await call('POST', '/posts.json', TOPIC)
	expect((await call('POST', '/posts.json', TOPIC)).body.id).toBe(first.body.id)
	pass(121)
	const later = await call('POST', '/posts.json', TOPIC)
	expect(later.status).toBe(422)
	expect(later.body.action).toBe('create_post')
})

it('remembers a refusal for 120 s as well, although the reason has gone', async () => {
	const { call, pass, settings } = await forumUnderTest()
	const short = { ...TOPIC, title: 'Agenda' }
	expect((await call('POST', '/posts.json', short)).status).toBe(422)
	settings.minTopicTitleLength = 3
	settings.titleMinEntropy = 3
	expect((await call('POST', '/posts.json', short)).status).toBe(422)
	pass(121)
	expect((await call('POST', '/posts.json', short)).status).toBe(200)
})

it.each(['need:1', 'a/b', 'x'.repeat(51), 'é'])('refuses the external id %s', async (externalId) => {
	const { call } = await forumUnderTest()
	expect((await call('POST', '/posts.json', { ...TOPIC, external_id: externalId })).status).toBe(422)
})

it('keeps an external id taken in any letter case and after deletion, while the look-up finds it no more', async () => {
	const { call } = await forumUnderTest()
	const created = await call('POST', '/posts.json', TOPIC)
	const again = { ...TOPIC, title: 'Un autre titre tout à fait différent' }
	expect((await call('POST', '/posts.json', { ...again, external_id: 'NEED-0190AAAA' })).status).toBe(422)
	expect((await call('GET', '/t/external_id/NEED-0190AAAA.json')).status).toBe(404)
	await call('DELETE', `/t/${created.body.topic_id}.json`)
	expect((await call('GET', '/t/external_id/need-0190aaaa.json')).status).toBe(404)
	expect((await call('POST', '/posts.json', again)).status).toBe(422)
})

it('refuses a title that another topic has, a short body and a body that is too long', async () => {
	const { call } = await forumUnderTest()
	await call('POST', '/posts.json', TOPIC)
	const other = { ...TOPIC, external_id: 'need-2' }
	expect((await call('POST', '/posts.json', { ...other, title: TOPIC.title.toUpperCase() })).status).toBe(422)
	expect((await call('POST', '/posts.json', { ...other, title: 'Un titre nouveau et clair', raw: '<!-- un long commentaire invisible -->court' })).status).toBe(422)
	expect((await call('POST', '/posts.json', { ...other, title: 'Un titre nouveau et clair !', raw: 'long texte '.repeat(4000) })).status).toBe(422)
})

it('rewrites a shouting title without a word', async () => {
	const { call } = await forumUnderTest()
	const created = await call('POST', '/posts.json', { ...TOPIC, title: 'BESOIN D’AIDE POUR MIGRER NOS COURRIELS !!!...' })
	const topic = await call('GET', `/t/${created.body.topic_id}.json`)
	expect(topic.body.title).toBe('Besoin d’aide pour migrer nos courriels !')
})

it('queues a member’s topic when topics need approval, and loses its external id', async () => {
	const { call, forum, settings, state } = await forumUnderTest()
	settings.approveNewTopics = true
	const { user } = person(forum, 'Paul')
	const queued = await call('POST', '/posts.json', TOPIC, { 'Api-Username': user.username })
	expect(queued.status).toBe(200)
	expect(queued.body).toMatchObject({ action: 'enqueued', success: true })
	expect(queued.body.topic_id).toBeUndefined()
	expect(JSON.stringify(state.data.queue)).not.toContain(TOPIC.external_id)
	expect((await call('POST', '/posts.json', TOPIC)).body.topic_id).toBeDefined()
})

it('refuses a wrong key and an unknown account in the same way', async () => {
	const { call } = await forumUnderTest()
	for (const headers of [{ 'Api-Key': 'wrong' }, { 'Api-Username': 'nobody' }]) {
		const reply = await call('POST', '/posts.json', TOPIC, headers)
		expect([reply.status, reply.body.error_type]).toEqual([403, 'invalid_access'])
	}
})
