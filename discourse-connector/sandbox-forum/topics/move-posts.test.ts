/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../people.ts'
import { forumUnderTest, webhookReceiver } from '../testing.ts'
import { mergeTopic, purgeTopic, renameUser, splitTopic } from './move-posts.ts'

async function withTwoTopics() {
	const receiver = await webhookReceiver()
	const under = await forumUnderTest({ webhookUrl: receiver.url, webhookSecret: 'un-secret-assez-long' })
	const marie = person(under.forum, 'Marie', 'moderator')
	const [source, target] = ['Un premier sujet bien distinct', 'Un second sujet tout différent'].map((title) => marie.newTopic({ title, raw: 'Un texte bien assez long pour ce forum.', categoryId: 6 }))
	if (source === undefined || target === undefined) {
		throw new Error('no topics')
	}
	const reply = person(under.forum, 'Paul').reply(source, 'Une réponse à @Marie, qui va déménager.')
	await under.webhooks.idle()
	receiver.deliveries.length = 0
	return { ...under, marie, source, target, reply, events: () => receiver.deliveries.map(({ headers }) => headers['x-discourse-event']).sort() }
}

it('merges topics: replies move in silence, the first post is copied, the stub is closed', async () => {
	const { forum, state, marie, source, target, reply, webhooks, events } = await withTwoTopics()
	mergeTopic(forum, source, target, marie.user)
	await webhooks.idle()
	expect(reply).toMatchObject({ topicId: target.id, postNumber: 3 })
	expect(state.postsOf(source.id).map(({ actionCode }) => actionCode)).toEqual([null, 'split_topic', 'closed.enabled'])
	expect(source.closed).toBe(true)
	expect(events()).toEqual(['post_created', 'post_created', 'post_created', 'topic_closed_status_updated'])
})

it('splits replies into a topic that no event tells of', async () => {
	const { forum, marie, source, reply, webhooks, events } = await withTwoTopics()
	const topic = splitTopic(forum, source, [reply], 'Le sujet qui en est né', marie.user)
	await webhooks.idle()
	expect(reply).toMatchObject({ topicId: topic.id, postNumber: 1 })
	expect(topic.externalId).toBeNull()
	expect(events()).toEqual(['post_created'])
})

it('forgets a topic for good, and renames people in old texts in silence', async () => {
	const { call, forum, marie, source, reply, webhooks, events } = await withTwoTopics()
	const { updatedAt } = reply
	renameUser(forum, marie.user, 'Marie-Jeanne')
	expect(reply).toMatchObject({ raw: 'Une réponse à @Marie-Jeanne, qui va déménager.', updatedAt })
	purgeTopic(forum, source)
	expect((await call('GET', `/t/${source.id}.json`)).status).toBe(404)
	await webhooks.idle()
	expect(events()).toEqual([])
})
