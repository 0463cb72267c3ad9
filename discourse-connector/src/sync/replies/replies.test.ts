/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { mergeTopic } from '../../../sandbox-forum/topics/move-posts.ts'
import { eraseOrganisation } from '../../community/erasure.ts'
import { recordOf } from '../../community/tables.ts'
import { keepReplies } from '../../community/testing.ts'
import { leaveHint, leaveHints } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinForum } from '../testing.ts'

const database = withDatabase()

async function withTopic() {
	const joined = await joinForum(database)
	const uuid = await joined.publish()
	await joined.drain()
	const [topic] = joined.topics(uuid)
	if (topic === undefined) {
		throw new Error('no topic')
	}
	return {
		...joined,
		uuid,
		topic,
		marie: person(joined.forum.forum, 'Marie Moreau', 'moderator'),
		paul: person(joined.forum.forum, 'Paul'),
		look: async () => {
			await leaveHints(database.kysely, [{ record: `topic-${topic.id}`, reason: 'webhook post_created' }])
			await joined.drain()
		},
		replies: () => database.kysely.selectFrom('reply').select(['author', 'html', 'deleted']).where('need_id', '=', uuid).orderBy('id').execute(),
		count: async () => (await database.kysely.selectFrom('need').select('reply_count').where('id', '=', uuid).executeTakeFirstOrThrow()).reply_count,
		changes: () => database.kysely.selectFrom('change').select(['kind', 'position']).where('record', '=', uuid).where('kind', '=', 'replies').execute(),
	}
}

it('takes in replies, their edits and their deletions, and tells the clouds each time', async () => {
	const { look, replies, count, changes, topic, paul, marie } = await withTopic()
	const reply = paul.reply(topic, 'Nous utilisons **Nextcloud** depuis deux ans.')
	await look()
	expect(await replies()).toEqual([{ author: 'Paul', html: '<p>Nous utilisons <strong>Nextcloud</strong> depuis deux ans.</p>', deleted: false }])
	expect(await count()).toBe(1)
	const [first] = await changes()
	paul.edit(reply, 'Nous utilisons Nextcloud depuis trois ans.')
	await look()
	expect(await replies()).toMatchObject([{ html: '<p>Nous utilisons Nextcloud depuis trois ans.</p>' }])
	const [second] = await changes()
	expect(second?.position).toBeGreaterThan(first?.position ?? 0)
	await look()
	expect(await changes()).toEqual([second])
	marie.deletePost(reply)
	await look()
	expect(await replies()).toEqual([{ author: '', html: '', deleted: true }])
	expect(await count()).toBe(0)
	marie.recoverPost(reply)
	await look()
	expect(await replies()).toMatchObject([{ author: 'Paul', deleted: false }])
})

it('takes in a reply that its moderator showed in the colour of the staff', async () => {
	const { look, replies, topic, marie } = await withTopic()
	marie.reply(topic, 'Au nom de la modération : pensez à Framagenda.').postType = 2
	await look()
	expect(await replies()).toMatchObject([{ author: 'Marie Moreau', deleted: false }])
})

it('E67 takes in nothing of whispers, small actions and hidden posts', async () => {
	const { look, replies, topic, paul, marie } = await withTopic()
	marie.whisper(topic, 'Entre nous, ce sujet est un doublon.')
	marie.setStatus(topic, 'closed', true)
	marie.setStatus(topic, 'closed', false)
	const spam = paul.reply(topic, 'Achetez mes montres, elles sont belles.')
	await look()
	marie.hide(spam)
	await look()
	expect(await replies()).toEqual([{ author: '', html: '', deleted: true }])
})

it('E36 drops the text of a reply that its author took back', async () => {
	const { look, replies, topic, paul } = await withTopic()
	const reply = paul.reply(topic, 'Une réponse que je vais regretter.')
	await look()
	paul.deletePost(reply)
	await look()
	expect(await replies()).toEqual([{ author: '', html: '', deleted: true }])
})

it('E66 takes in a long discussion whole', async () => {
	const { look, count, topic, paul } = await withTopic()
	for (let number = 0; number < 75; number++) {
		paul.reply(topic, `Voici ma réponse numéro ${number}, bien longue.`)
	}
	await look()
	expect(await count()).toBe(75)
})

it('keeps no reply of a topic that became a personal message', async () => {
	const { look, replies, topic, paul, link, uuid } = await withTopic()
	paul.reply(topic, 'Une réponse qui deviendra privée.')
	await look()
	Object.assign(topic, { archetype: 'private_message', categoryId: null })
	await look()
	expect(await replies()).toEqual([{ author: '', html: '', deleted: true }])
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'personal' } })
})

it.each(['personal', 'deleted'])('shows no more what moderators wrote into a topic that became %s, until it is back', async (what) => {
	const { look, forum, topic, marie, link, uuid } = await withTopic()
	const [post] = forum.state.postsOf(topic.id)
	if (post === undefined) {
		throw new Error('no post')
	}
	marie.edit(post, `${post.raw}\n\nUne phrase de la modération.`)
	await look()
	expect((await link(uuid)).forumText?.html).toContain('Une phrase de la modération.')
	if (what === 'deleted') {
		marie.deleteTopic(topic)
	} else {
		Object.assign(topic, { archetype: 'private_message', categoryId: null })
	}
	await look()
	expect(await link(uuid)).toMatchObject({ state: 'gone', forumText: null })
	if (what === 'deleted') {
		marie.recoverTopic(topic)
	} else {
		Object.assign(topic, { archetype: 'regular', categoryId: 6 })
	}
	await look()
	expect((await link(uuid)).forumText?.html).toContain('Une phrase de la modération.')
})

it('takes out again what was kept of an erased need, although its topic is gone', async () => {
	const { look, replies, topic, marie, uuid } = await withTopic()
	await eraseOrganisation(database, 'instance-1', 'organisation-1')
	// By a look that had read the topic before the erasure.
	await keepReplies(database.kysely, { 77: { html: '<p>Je vous connais.</p>' } }, uuid)
	marie.deleteTopic(topic)
	await look()
	expect(await replies()).toEqual([{ author: '', html: '', deleted: true }])
})

it('E68 forgets a hint about a topic that is nobody’s record, or that is none', async () => {
	const { drain, calls } = await withTopic()
	calls.length = 0
	await leaveHints(database.kysely, [{ record: 'topic-999', reason: 'webhook' }, { record: 'topic-99999999999999999999', reason: 'webhook' }, { record: 'topic-4294967297', reason: 'webhook' }, { record: 'topic-junk', reason: 'webhook' }, { record: 'other', reason: 'x' }])
	await drain()
	expect(calls).toEqual([])
	expect(await database.kysely.selectFrom('hint').selectAll().execute()).toEqual([])
})

it('E39 shows a reply that moderators moved to the topic of another need there, and no more where it was', async () => {
	const { publish, drain, topics, forum, needs } = await joinForum(database)
	const [from, to] = [await publish(), await publish({ title: 'Un autre besoin, dont le sujet reçoit les messages' })]
	await drain()
	person(forum.forum, 'Paul').reply(topics(from)[0]!, 'Nous utilisons Nextcloud depuis deux ans.')
	const look = async (uuid: string) => {
		await leaveHint(database.kysely, recordOf(uuid), 'webhook')
		await drain()
	}
	await look(from)
	mergeTopic(forum.forum, topics(from)[0]!, topics(to)[0]!, person(forum.forum, 'Marie', 'moderator').user)
	await look(to)
	const viewer = { instance: 'instance-1', organisation: 'organisation-1' }
	// The first post of the topic came along as a copy.
	expect((await needs.read(viewer, to)).replyCount).toBe(2)
	expect((await needs.read(viewer, from)).replyCount).toBe(0)
})
