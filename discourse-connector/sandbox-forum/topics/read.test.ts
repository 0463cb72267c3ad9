/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../people.ts'
import { forumUnderTest, TOPIC } from '../testing.ts'

it.each([['2026', true], ['3.1', false]] as const)('redirects an external id on %s, keeping the query: %s', async (version, keeps) => {
	const { call, url } = await forumUnderTest({ version })
	const { body } = await call('POST', '/posts.json', TOPIC)
	const found = await call('GET', `/t/external_id/${TOPIC.external_id}.json?include_raw=1`)
	expect(found.status).toBe(301)
	expect(found.headers.get('Location')).toBe(`${url}/t/quel-agenda-partage-pour-notre-association/${body.topic_id}.json${keeps ? '?include_raw=1' : ''}`)
})

it('shows twenty posts, names all, and gives the others by id', async () => {
	const { call, forum, state } = await forumUnderTest()
	const { body } = await call('POST', '/posts.json', TOPIC)
	const topic = state.topic(Number(body.topic_id))
	expect(topic).toBeDefined()
	for (let count = 0; topic !== undefined && count < 24; count++) {
		person(forum, 'Marie').reply(topic, `Voici ma réponse numéro ${count}, bien assez longue.`)
	}
	const read = await call('GET', `/t/${body.topic_id}.json?include_raw=1`)
	const { posts, stream } = read.body.post_stream as { posts: unknown[], stream: number[] }
	expect([posts.length, stream.length]).toEqual([20, 25])
	const rest = stream.slice(20).map((id) => `post_ids[]=${id}`).join('&')
	const others = await call('GET', `/t/${body.topic_id}/posts.json?${rest}&include_raw=1`)
	expect(others.body).toMatchObject({ post_stream: { posts: [{ post_number: 21, raw: expect.any(String) }, {}, {}, {}, {}] } })
	expect((await call('GET', `/t/${body.topic_id}.json?page=9`)).status).toBe(301)
})

it('lists topics without text or external id, in the order of creation when asked', async () => {
	const { call } = await forumUnderTest()
	await call('POST', '/posts.json', TOPIC)
	await call('POST', '/posts.json', { ...TOPIC, title: 'Un second sujet bien distinct', external_id: 'need-2', category: 5 })
	const all = await call('GET', '/latest.json?order=created&ascending=true')
	const { topics } = all.body.topic_list as { topics: Record<string, unknown>[] }
	expect(topics.map((topic) => topic.title)).toEqual([TOPIC.title, 'Un second sujet bien distinct'])
	expect(topics[0]).not.toHaveProperty('raw')
	expect(topics[0]).not.toHaveProperty('external_id')
	const one = await call('GET', '/c/tool-advice/6/l/latest.json')
	expect((one.body.topic_list as { topics: unknown[] }).topics).toHaveLength(1)
	expect((await call('GET', '/latest.json?page=-1')).status).toBe(400)
})

it('pages through a list', async () => {
	const { call } = await forumUnderTest({ settings: { allowDuplicateTopicTitles: true } })
	for (let count = 0; count < 5; count++) {
		await call('POST', '/posts.json', { ...TOPIC, external_id: `need-${count}` })
	}
	const first = await call('GET', '/latest.json?per_page=3')
	expect(first.body.topic_list).toMatchObject({ more_topics_url: '/latest?no_definitions=true&page=1', topics: [{}, {}, {}] })
	const second = await call('GET', '/latest.json?per_page=3&page=1')
	expect((second.body.topic_list as { topics: unknown[] }).topics).toHaveLength(2)
})

it('shows nothing without a key in private mode, and no personal message to strangers', async () => {
	const { call, forum, settings, url } = await forumUnderTest()
	const message = person(forum, 'Marie').personalMessage('Un mot en privé', 'Ceci ne regarde que nous deux, merci.')
	expect((await fetch(`${url}/t/${message.id}.json`)).status).toBe(404)
	expect((await call('GET', `/t/${message.id}.json`)).body).toMatchObject({ archetype: 'private_message', category_id: null })
	settings.loginRequired = true
	const refused = await fetch(`${url}/latest.json`)
	expect([refused.status, await refused.json()]).toMatchObject([403, { error_type: 'not_logged_in' }])
})
