/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../../sandbox-forum/testing.ts'
import type { ForumTopic } from '../../forum/replies.ts'

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { readTopic } from '../../forum/topics.ts'
import { withDatabase } from '../../platform/testing.ts'
import { noteReading } from '../detection/last-read.ts'
import { hearingForum } from '../detection/testing.ts'
import { RENDERING } from '../testing.ts'
import { readLink } from '../topics/link-store.ts'
import { judge } from '../topics/observe.ts'
import { knownContent } from './known-content.ts'

const database = withDatabase()

/** A category that is none of ours, with the number 9. */
function addCategory({ state }: ForumUnderTest): void {
	state.data.categories.push({ ...state.category(6)!, id: 9, slug: 'detente' })
}

it('E24 pays nothing for the echo of a topic that it created', async () => {
	const { publish, drain, settle, calls, delivered } = await hearingForum(database)
	await publish()
	await drain()
	calls.length = 0
	await settle()
	expect(delivered).toEqual(['known', 'known'])
	expect(calls).toEqual([])
})

it.each([
	['a new title', { title: 'Quel agenda partagé pour treize bénévoles ?' }, 'PUT /t/-/N.json'],
	['a new text', { urgency: 'now' }, 'PUT /posts/N.json'],
	['a new kind', { kind: 'technical-help' }, 'PUT /t/-/N.json'],
] as const)('E24 pays nothing for the echo of %s', async (_what, change, write) => {
	const { published, correct, drain, settle, calls, delivered } = await hearingForum(database)
	const [need] = await published(1)
	await correct(need!.uuid, change)
	await drain()
	await settle()
	expect(delivered.length).toBeGreaterThan(0)
	expect(delivered.filter((outcome) => outcome !== 'known')).toEqual([])
	expect(calls.map((call) => call.replaceAll(/\d+/g, 'N')).filter((call) => call !== 'PUT /posts/N.json' && call !== write)).toEqual(['GET /t/N.json'])
})

it('E24 pays nothing for the echo of closing a withdrawn topic', async () => {
	const { published, withdraw, drain, settle, calls, delivered } = await hearingForum(database)
	const [need] = await published(1)
	await withdraw(need!.uuid)
	await drain()
	await settle()
	expect(delivered.filter((outcome) => outcome !== 'known')).toEqual([])
	expect(calls.filter((call) => call.startsWith('GET'))).toHaveLength(1)
})

it('looks whenever somebody else did something, also what we did before', async () => {
	const { published, settle, marie, forum, delivered, link, correct, drain } = await hearingForum(database)
	const [need] = await published(1)
	const [first] = forum.state.postsOf(need!.topic.id)
	const ours = first!.raw
	const acts: (() => void)[] = [
		() => marie.change(need!.topic, { title: 'Un titre que la modération a choisi' }),
		() => marie.edit(first!, `${ours}\n\nUn mot de la modération, ajouté plus tard.`),
		() => marie.edit(first!, ours),
		() => marie.setStatus(need!.topic, 'closed', true),
		() => marie.setStatus(need!.topic, 'archived', true),
		() => marie.reply(need!.topic, 'Nous utilisons Nextcloud depuis deux ans.'),
		() => marie.deleteTopic(need!.topic),
		() => marie.recoverTopic(need!.topic),
	]
	await correct(need!.uuid, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	await drain()
	await settle()
	for (const act of acts) {
		delivered.length = 0
		act()
		await settle()
		expect(delivered, String(act)).toContain('hint')
	}
	expect(await link(need!.uuid)).toMatchObject({ state: 'linked' })
})

it('looks at once when a text comes back to what the record wants after people had changed it', async () => {
	const { published, settle, marie, forum, link, delivered } = await hearingForum(database)
	const [need] = await published(1)
	const [first] = forum.state.postsOf(need!.topic.id)
	const ours = first!.raw
	marie.edit(first!, `${ours}\n\nUn mot de la modération, ajouté plus tard.`)
	await settle()
	expect((await link(need!.uuid)).forumText).not.toBeNull()
	delivered.length = 0
	marie.edit(first!, ours)
	await settle()
	expect(delivered).toEqual(['hint'])
	expect((await link(need!.uuid)).forumText).toBeNull()
})

/** One need and its topic, and the steps of a worker and of a webhook that meet at it. */
async function meeting() {
	const joined = await hearingForum(database)
	const [need] = await joined.published(1)
	const topic = need!.topic
	const [first] = joined.forum.state.postsOf(topic.id)
	const record = `need-${need!.uuid}`
	const isKnown = knownContent(database, RENDERING)
	const event = { created: false, of: 'post', topicId: topic.id, postId: first!.id, number: 1, type: 1, raw: first!.raw, title: topic.title, category: topic.categoryId, actionCode: null, gone: false } as const
	return {
		...joined,
		uuid: need!.uuid,
		first: first!,
		record,
		/** A worker takes the record. */
		begin: async () => {
			const claim = { claim: randomUUID(), claimed_generation: 1, claimed_until: new Date(Date.now() + 60_000) }
			await database.kysely.insertInto('hint').values({ record, reason: 'webhook post_edited', priority: 1, ...claim })
				.onConflict((conflict) => conflict.column('record').doUpdateSet(claim)).execute()
		},
		/** The worker reads the topic. */
		read: async () => (await readTopic(joined.client, topic.id))!,
		/** The worker keeps what it read. */
		keep: async (read: ForumTopic) => {
			const before = judge(read, await joined.link(need!.uuid))
			await database.kysely.transaction().execute(async (transaction) => noteReading(transaction, { record, reason: 'webhook post_edited' }, { version: (await readLink(transaction, record)).version, before, after: before, posts: read.posts }))
		},
		/** The webhook of the text as it was at first comes in. */
		echo: () => isKnown(event),
		/** The webhooks of the topic's creation come in. */
		creation: () => isKnown({ ...event, created: true }),
		/** One more when somebody hinted at the record since it was taken. */
		generation: async () => (await database.kysely.selectFrom('hint').select('generation').where('record', '=', record).executeTakeFirstOrThrow()).generation,
	}
}

it('E49 looks again when somebody undid, during a look, what that look read', async () => {
	const { uuid, first, marie, begin, read, keep, echo, generation, pass, drain, settle, link } = await meeting()
	const ours = first.raw
	marie.edit(first, `${ours}\n\nUn mot de la modération, ajouté plus tard.`)
	await begin()
	const found = await read()
	marie.edit(first, ours)
	expect(await echo()).toBe(true)
	await keep(found)
	expect(await generation()).toBe(2)
	pass(100)
	await drain()
	await settle()
	expect(await link(uuid)).toMatchObject({ forumText: null })
})

it('looks once only at what people changed after a look whose echo came late', async () => {
	const { first, marie, begin, read, keep, echo, generation } = await meeting()
	await begin()
	await keep(await read())
	expect(await echo()).toBe(true)
	await begin()
	marie.edit(first, `${first.raw}\n\nUn mot de la modération, ajouté plus tard.`)
	await keep(await read())
	expect(await generation()).toBe(1)
})

it('E24 knows of a creation also while the new topic is about to be read', async () => {
	const { record, begin, creation } = await meeting()
	await database.kysely.updateTable('topic_link').set({ last_read: null }).where('record_id', '=', record).execute()
	expect(await creation()).toBe(false)
	await begin()
	expect(await creation()).toBe(true)
})

it('E01 adopts a topic whose creation it never heard of, told by the webhook', async () => {
	const { publish, drain, settle, forum, pass, link } = await hearingForum(database)
	forum.faults.set('lose-reply', { count: 1, method: 'POST' })
	const uuid = await publish()
	await drain()
	await settle()
	pass(400)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked' })
	expect(forum.state.data.topics).toHaveLength(1)
})

it('E75 reads topics that staff tagged at one stroke once each, however many events tell of it', async () => {
	const { published, settle, marie, calls, drain } = await hearingForum(database)
	const needs = await published(20)
	for (const { topic } of needs) {
		marie.change(topic, { tags: ['fr', 'en-cours'] })
		marie.change(topic, { tags: ['fr', 'resolu'] })
	}
	await settle()
	await drain()
	expect(calls.filter((call) => call.startsWith('GET /t/'))).toHaveLength(20)
})

it('asks nothing about topics of other categories, also when people’s own topics become needs', async () => {
	const { settle, marie, forum, calls, delivered } = await hearingForum(database, {}, {}, new Date(0))
	addCategory(forum)
	const topic = person(forum.forum, 'Paul').newTopic({ title: 'Le pique-nique de l’été, samedi prochain', raw: 'Nous apportons des tartes et de la limonade.', categoryId: 9 })
	await settle()
	marie.reply(topic, 'Nous viendrons à cinq, avec plaisir.')
	await settle()
	marie.change(topic, { title: 'Le pique-nique de l’été, dimanche prochain' })
	await settle()
	expect(delivered.length).toBeGreaterThan(2)
	expect(calls).toEqual([])
	marie.change(topic, { categoryId: 6 })
	await settle()
	expect(await database.kysely.selectFrom('need').select('origin').execute()).toEqual([{ origin: 'forum' }])
})

it('E10 adopts what moderators let through into another category, and reads other topics once at most meanwhile', async () => {
	const { publish, drain, settle, forum, marie, link, calls } = await hearingForum(database, { settings: { approveNewTopics: true }, botUsername: 'emancipasso' }, {}, new Date(0))
	forum.state.user(1).moderator = false
	addCategory(forum)
	const uuid = await publish()
	await drain()
	marie.newTopic({ title: 'Un agenda pour notre chorale, lequel ?', raw: 'Nous cherchons un agenda commun pour quarante personnes.', categoryId: 6 })
	calls.length = 0
	await settle()
	// Once by whoever asks whose it is, once by whoever makes a need of it.
	expect(calls.map((call) => call.replaceAll(/\d+/g, 'N'))).toEqual(['GET /t/N.json', 'GET /t/N.json'])
	const [queued] = forum.state.data.queue
	const topic = marie.approve(Object.assign(queued!, { categoryId: 9 }))
	await settle()
	expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic.id, problem: null })
})
