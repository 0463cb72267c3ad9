/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../people.ts'
import { forumUnderTest, TOPIC } from '../testing.ts'

it.each([['2.9', ['fr', 'un-mot']], ['2026', [{ name: 'fr' }, { name: 'un-mot' }]]] as const)('writes tags the way %s does', async (version, tags) => {
	const { call } = await forumUnderTest({ version })
	const { body } = await call('POST', '/posts.json', { ...TOPIC, tags: ['FR', 'un mot!'] })
	expect((await call('GET', `/t/${body.topic_id}.json`)).body.tags).toMatchObject(tags)
})

it('drops tags in silence that nobody may invent', async () => {
	const { call } = await forumUnderTest({ settings: { tagCreation: 'nobody' } })
	const { status, body } = await call('POST', '/posts.json', { ...TOPIC, tags: ['fr', 'jamais-vu'] })
	expect(status).toBe(200)
	expect((await call('GET', `/t/${body.topic_id}.json`)).body.tags).toMatchObject([{ name: 'fr' }])
})

it('cuts too many tags on an old forum and refuses them on a recent one', async () => {
	const tags = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6']
	const old = await forumUnderTest({ version: '3.1' })
	const { body } = await old.call('POST', '/posts.json', { ...TOPIC, tags })
	expect((await old.call('GET', `/t/${body.topic_id}.json`)).body.tags).toHaveLength(5)
	const recent = await forumUnderTest()
	expect((await recent.call('POST', '/posts.json', { ...TOPIC, tags })).status).toBe(422)
})

it('takes objects on a recent forum, and does not know them on an old one', async () => {
	const recent = await forumUnderTest()
	const { id } = recent.state.tagNamed('be') ?? {}
	const created = await recent.call('POST', '/posts.json', { ...TOPIC, tags: [{ id, name: 'be' }] })
	expect((await recent.call('GET', `/t/${created.body.topic_id}.json`)).body.tags).toMatchObject([{ name: 'be' }])
	const old = await forumUnderTest({ version: '2.9' })
	const dropped = await old.call('POST', '/posts.json', { ...TOPIC, tags: [{ name: 'be' }] })
	expect((await old.call('GET', `/t/${dropped.body.topic_id}.json`)).body.tags).toEqual([])
})

it('refuses two tags of a group that allows one', async () => {
	const { call } = await forumUnderTest()
	expect((await call('POST', '/posts.json', { ...TOPIC, tags: ['fr', 'be'] })).status).toBe(422)
})

it('refuses a staff tag of a member', async () => {
	const { call, forum, state } = await forumUnderTest()
	const tag = state.tagNamed('resolu')
	expect(tag).toBeDefined()
	Object.assign(tag ?? {}, { staffOnly: true })
	const { user } = person(forum, 'Paul')
	expect((await call('POST', '/posts.json', { ...TOPIC, tags: ['resolu'] }, { 'Api-Username': user.username })).status).toBe(422)
})

it('makes a tag group with new tags', async () => {
	const { call } = await forumUnderTest()
	const made = await call('POST', '/tag_groups.json', { tag_group: { name: 'Nature', tag_names: ['need-help', 'need-provider'], one_per_topic: true } })
	expect(made.body.tag_group).toMatchObject({ name: 'Nature', tags: [{ name: 'need-help' }, { name: 'need-provider' }], one_per_topic: true })
})
