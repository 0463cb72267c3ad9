/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsoleUnderTest, Visitor } from './testing.ts'

import { describe, expect, test } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { eraseNeed } from '../community/erase-need.ts'
import { recordOf } from '../community/tables.ts'
import { InstanceStore } from '../instances/instance-store.ts'
import { leaveHint } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { openConsole } from './testing.ts'

const database = withDatabase()

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }

describe('what the console does', () => {
	test('pauses the synchronisation until it is resumed, and loses nothing', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await visitor.post('/pause', {}, { from: '/' })
		const uuid = await console.publish()
		await console.drain()
		expect(console.topics(uuid)).toEqual([])
		expect((await visitor.get('/')).words).toContain('The synchronisation has been paused since')

		await visitor.post('/resume', {}, { from: '/' })
		await console.drain()
		expect(console.topics(uuid)).toHaveLength(1)
	})

	test('shows a record in trouble, tries it again when asked, and forgets the trouble', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		console.forum.settings.minPostLength = 30_000
		const uuid = await console.publish()
		await console.drain()
		expect((await visitor.get('/records')).words).toContain('Text refused by the forum')

		console.forum.settings.minPostLength = 20
		console.pass(120)
		expect((await visitor.post(`/records/${uuid}/retry`, {}, { from: '/records' })).to).toBe(`/records/${uuid}`)
		await console.drain()
		expect(await console.link(uuid)).toMatchObject({ state: 'linked', problem: null })
		expect((await visitor.get('/records')).words).toContain('All is well')
	})

	test('shows what has waited for review for three days, since nothing tells that it was rejected, and sends it again once it is forgotten', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		console.forum.settings.approveNewTopics = true
		console.forum.state.user(1).moderator = false
		const uuid = await console.publish()
		await console.drain()
		expect((await visitor.get('/records')).words).toContain('All is well')

		await database.kysely.updateTable('topic_link').set({ sent_at: new Date(Date.now() - 73 * 3600 * 1000) }).execute()
		expect((await visitor.get('/records')).words).toContain('Waits for the forum’s moderators')
		console.forum.state.data.queue.length = 0
		console.forum.settings.approveNewTopics = false
		expect((await visitor.get(`/records/${uuid}`)).words).toContain('Forget this topic')
		await visitor.post(`/records/${uuid}/unlink`, {}, { from: `/records/${uuid}` })
		console.pass(130)
		await console.drain()
		expect(console.topics(uuid)).toHaveLength(1)
	})

	test('blames a category that was chosen here on whoever chose it, not on the author', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await visitor.post('/mapping', { 'category.tool-advice': '99' }, { from: '/mapping' })
		const uuid = await console.publish()
		await console.drain()

		expect((await console.link(uuid)).problem).toMatchObject({ kind: 'forum-category', text: { en: expect.stringContaining('console: tool-advice') as unknown } })
	})

	test('shows a record that is looked at in vain again and again', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await published(console)
		expect((await visitor.get('/records')).words).toContain('All is well')
		await database.kysely.insertInto('hint').values({ record: recordOf(uuid), reason: 'published', priority: 0, failures: 3 }).execute()

		expect((await visitor.get('/records')).words).not.toContain('All is well')
		expect((await visitor.get(`/records/${uuid}`)).words).toMatch(/Checks that failed in a row [^0-9]* 3/)
	})

	test('attaches a record to the topic that its own was merged into, and only follows that one', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await published(console)
		const other = person(console.forum.forum, 'Paul').newTopic({ title: 'Un autre sujet qui parle de la même chose', raw: 'Nous cherchons aussi un agenda partagé.', categoryId: 6 })
		const raw = console.forum.state.postsOf(other.id)[0]?.raw

		const page = await visitor.post(`/records/${uuid}/topic`, { topic: `${console.forum.url}/t/un-autre/${other.id}` }, { from: `/records/${uuid}` })
		await console.drain()

		expect(page.to).toBe(`/records/${uuid}`)
		expect(await console.link(uuid)).toMatchObject({ topicId: other.id, chosen: true, state: 'linked', problem: null })
		expect(console.forum.state.postsOf(other.id)[0]?.raw).toBe(raw)
		await visitor.post(`/records/${uuid}/unlink`, {}, { from: `/records/${uuid}` })
		await console.drain()
		expect(await console.link(uuid)).toMatchObject({ topicId: console.topics(uuid)[0]?.id, chosen: false, state: 'linked' })
		expect(console.topics(uuid)).toHaveLength(1)
	})

	test('attaches no record to nonsense or to the topic of another', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const [first, second] = [await published(console), await published(console, { title: 'Un tout autre besoin de notre association' })]
		const { topicId } = await console.link(second)
		const attach = async (topic: string) => {
			await visitor.post(`/records/${first}/topic`, { topic }, { from: `/records/${first}` })
			return (await visitor.get(`/records/${first}`)).words
		}

		expect(await attach('my topic')).toContain('This is neither a number nor the address of a topic')
		expect(await attach('0')).toContain('neither a number')
		expect(await attach(String(topicId))).toContain('is already that of another need')
		expect((await console.link(first)).chosen).toBe(false)
	})

	test.each(['accept-theirs', 'send-ours'] as const)('ends a conflict: %s', async (choice) => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await conflict(console)
		const page = await visitor.get(`/records/${uuid}`)
		expect(page.words).toContain('Un titre de la modération')
		expect(page.words).toContain('Un titre de notre association')

		await visitor.post(`/records/${uuid}/${choice}`, {}, { from: `/records/${uuid}` })
		await console.drain()

		expect((await console.link(uuid)).conflict).toBeNull()
		expect(console.topics(uuid)[0]?.title).toBe(choice === 'send-ours' ? 'Un titre de notre association' : 'Un titre de la modération')
		await visitor.post(`/records/${uuid}/${choice}`, {}, { from: `/records/${uuid}` })
	})

	test('tells the author, and nobody else, why moderators deleted the topic', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await published(console)
		const [topic] = console.topics(uuid)
		person(console.forum.forum, 'Marie', 'moderator').deleteTopic(topic!)
		await lookAt(console, uuid)
		await visitor.post(`/records/${uuid}/reason`, { reason: 'Le même sujet existait déjà.' }, { from: `/records/${uuid}` })

		const own = await console.needs.read(CALLER, uuid)
		const others = await console.needs.read({ instance: 'instance-2', organisation: 'organisation-1' }, uuid)
		expect(own.link.problem?.fr).toMatch(/supprimé le sujet.*Raison donnée par la modération.*Le même sujet existait déjà\./)
		expect(JSON.stringify(others)).not.toContain('existait déjà')
		await visitor.post(`/records/${uuid}/reason`, { reason: ' ' }, { from: `/records/${uuid}` })
		expect((await console.needs.read(CALLER, uuid)).link.problem?.fr).not.toContain('Raison')
	})

	test('takes the word of a moderator that nothing is left of what was erased', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const uuid = await published(console)
		person(console.forum.forum, 'Marie', 'moderator').deleteTopic(console.topics(uuid)[0]!)
		await eraseNeed(database, CALLER, uuid)
		await console.drain()
		expect((await visitor.get(`/records/${uuid}`)).words).toMatch(/Erasure on the forum\s+to be finished by hand/)

		await visitor.post(`/records/${uuid}/erased`, {}, { from: `/records/${uuid}` })
		await lookAt(console, uuid)

		expect((await visitor.get(`/records/${uuid}`)).words).toMatch(/Erasure on the forum\s+done/)
		expect((await visitor.get('/records')).words).toContain('no need asks for your attention')
		expect(await eraseNeed(database, CALLER, uuid)).toEqual({ topic: 'erased' })
		expect((await visitor.get('/log')).words).toContain('Said that nothing is left on the forum of')
	})

	test('suspends and resumes a cloud and one of its organisations', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		const store = new InstanceStore(database)
		const { id } = await store.add('Nantes')
		await database.kysely.insertInto('organisation').values({ instance_id: id, organisation_id: 'organisation-7' }).execute()
		const state = async () => [(await store.list())[0]?.state, (await database.kysely.selectFrom('organisation').select('state').executeTakeFirst())?.state]

		await visitor.post(`/instances/${id}/suspend`, {}, { from: '/instances' })
		await visitor.post(`/instances/${id}/organisation/suspend`, { organisation: 'organisation-7' }, { from: `/instances/${id}` })
		expect(await state()).toEqual(['suspended', 'suspended'])
		await visitor.post(`/instances/${id}/resume`, {}, { from: '/instances' })
		await visitor.post(`/instances/${id}/organisation/resume`, { organisation: 'organisation-7' }, { from: `/instances/${id}` })
		expect(await state()).toEqual(['active', 'active'])
		expect((await visitor.post(`/instances/${id}/organisation/suspend`, { organisation: 'nobody' }, { from: `/instances/${id}` })).status).toBe(404)
		await store.setState(id, 'revoked')
		await visitor.post(`/instances/${id}/resume`, {}, { from: '/' })
		expect(await state()).toEqual(['revoked', 'active'])
	})

	test('counts needs and tells days as each language does', async () => {
		const console = await openConsole(database)
		const visitor = await console.operator()
		await database.kysely.insertInto('instance').values({ id: CALLER.instance, name: 'Nantes', last_seen_on: '2026-11-28' }).execute()
		await console.withdraw(await console.publish())

		expect((await visitor.get('/instances', { 'Accept-Language': 'fr' })).words).toContain('1 retiré, dernier appel le 28 novembre 2026')
	})

	test('notes who did what, and forgets it after a year', async () => {
		const visitor = await (await openConsole(database)).operator()
		await visitor.post('/pause', {}, { from: '/' })
		await database.kysely.updateTable('action_log').set({ at: new Date(Date.now() - 366 * 86_400_000) }).where('action', '=', 'pause').execute()
		await visitor.post('/resume', {}, { from: '/' })
		const { words } = await visitor.get('/log')

		expect(words).toContain('Resumed the synchronisation')
		expect(words).toContain('operator’s token')
		expect(words).not.toContain('Paused the synchronisation')
	})

	test('says once what an action came to', async () => {
		const visitor: Visitor = await (await openConsole(database)).operator()
		await visitor.post('/pause', {}, { from: '/' })

		expect((await visitor.get('/')).words).toContain('The synchronisation is paused: nothing more is sent')
		expect((await visitor.get('/')).words).not.toContain('The synchronisation is paused: nothing more is sent')
	})
})

async function published(console: ConsoleUnderTest, changes: Parameters<ConsoleUnderTest['publish']>[0] = {}): Promise<string> {
	const uuid = await console.publish(changes)
	await console.drain()
	return uuid
}

async function lookAt(console: ConsoleUnderTest, uuid: string): Promise<void> {
	await leaveHint(database.kysely, recordOf(uuid), 'test')
	await console.drain()
}

/** Both sides changed the title. */
async function conflict(console: ConsoleUnderTest): Promise<string> {
	const uuid = await published(console)
	person(console.forum.forum, 'Marie', 'moderator').change(console.topics(uuid)[0]!, { title: 'Un titre de la modération' })
	await console.correct(uuid, { title: 'Un titre de notre association' })
	await console.drain()
	return uuid
}
