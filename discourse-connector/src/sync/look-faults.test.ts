/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../sandbox-forum/testing.ts'

import { expect, it, vi } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { recordOf } from '../community/tables.ts'
import { createTopic } from '../forum/topics.ts'
import { leaveHints, Priority } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { publishedNeed } from './edge-cases/testing.ts'
import { ForumFactsCache } from './forum-facts.ts'
import { creationFaults, joinForum, RENDERING } from './testing.ts'
import { agreeOn } from './topics/agree.ts'

const database = withDatabase()

it.each(creationFaults)('E01 E59 makes exactly one topic when the creation meets %s', async (fault) => {
	const { publish, drain, pass, link, topics, forum } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set(fault, { count: 1, method: 'POST', seconds: 20 })
	await drain()
	for (let count = 0; count < 3; count++) {
		pass(130)
		await drain()
	}
	expect(topics(uuid)).toHaveLength(1)
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null, attempts: 0 })
})

it.each(['slow', 'slow-body'] as const)('E01 makes exactly one topic when the forum is %s', async (fault) => {
	const { publish, drain, pass, topics, forum } = await joinForum(database, {}, { timeoutMs: 150 })
	const uuid = await publish()
	forum.faults.set(fault, { count: 1, method: 'POST', seconds: 0.4 })
	await drain()
	await vi.waitFor(() => expect(topics(uuid)).toHaveLength(1))
	pass(130)
	await drain()
	expect(topics(uuid)).toHaveLength(1)
})

it.each(['lose-reply', 'gateway-after', 'cut-body', 'gateway', 'read-only', 'rate-limit'] as const)('sends a correction that met %s, once', async (fault) => {
	const { publish, correct, drain, pass, topics, forum } = await joinForum(database)
	const uuid = await publish()
	await drain()
	await correct(uuid, { title: 'Quel agenda partagé pour treize bénévoles ?', urgency: 'now' })
	forum.faults.set(fault, { count: 1, method: 'PUT', seconds: 20 })
	await drain()
	pass(130)
	await drain()
	const [topic] = topics(uuid)
	expect(topic?.title).toBe('Quel agenda partagé pour treize bénévoles ?')
	expect(forum.state.postsOf(topic?.id ?? 0)[0]?.raw).toContain('bloquant')
})

it('asks a busy forum nothing more until the time that it gave, whatever else there is to do', async () => {
	const { publish, drain, pass, calls, forum } = await joinForum(database)
	await publish()
	await drain()
	forum.faults.set('rate-limit', { count: 1, seconds: 60 })
	await publish({ title: 'Un premier besoin tout à fait neuf' })
	await publish({ title: 'Un second besoin tout à fait neuf' })
	await drain()
	calls.length = 0
	await publish({ title: 'Un troisième besoin tout à fait neuf' })
	pass(50)
	await drain()
	expect(calls).toEqual([])
	pass(20)
	await drain()
	expect(forum.state.data.topics).toHaveLength(4)
})

it('asks for nothing twice when a creation certainly did not happen', async () => {
	const { publish, drain, pass, calls, forum } = await joinForum(database)
	await publish()
	await drain()
	calls.length = 0
	await publish({ title: 'Un second besoin tout à fait neuf' })
	forum.faults.set('rate-limit', { count: 1, seconds: 5 })
	await drain()
	pass(10)
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['POST /posts.json', 'POST /posts.json', 'GET /t/N.json'])
})

it('says in words that the forum is away, and takes it back when it is there again', async () => {
	const { publish, drain, pass, link, forum } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set('unavailable', { count: Infinity })
	await drain()
	expect((await link(uuid)).problem?.text.fr).toContain('ne répond pas')
	forum.faults.clear()
	pass(400)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('E07 tells its title from one that the forum already has', async () => {
	const { publish, drain, topics, link } = await joinForum(database)
	const first = await publish()
	const second = await publish()
	await drain()
	expect(new Set([topics(first)[0]?.title, topics(second)[0]?.title]).size).toBe(2)
	expect(await link(second)).toMatchObject({ state: 'linked', problem: null })
})

it('E03 tells the author what the forum refuses, does not insist, and sends the corrected text', async () => {
	const { publish, correct, drain, link, topics, forum, calls } = await joinForum(database)
	forum.settings.minPostLength = 5000
	const uuid = await publish()
	await drain()
	expect(await link(uuid)).toMatchObject({ problem: { kind: 'refused', text: { fr: expect.stringContaining('trop court') } }, attempts: 1 })
	calls.length = 0
	await drain()
	expect(calls).toEqual([])
	forum.settings.minPostLength = 20
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
	expect(topics(uuid)).toHaveLength(1)
})

it.each([
	['refuses', 'refused', (forum: ForumUnderTest) => Object.assign(forum.settings, { maxPostLength: 100 })],
	['forbids', 'forum-refused-us', (forum: ForumUnderTest) => forum.faults.set('forbidden', { count: Infinity, method: 'PUT' })],
] as const)('takes in what happens in the topic while the forum %s a correction', async (_what, kind, stop) => {
	const { forum, topic, moderator, look, link, correct, drain, uuid, needs } = await publishedNeed(database)
	const reply = person(forum.forum, 'Paul').reply(topic, 'Une réponse que la modération va retirer.')
	await look()
	stop(forum)
	await correct(uuid, { sections: [{ id: 'problem', text: 'Nous nous disputons quand nous réservons la salle.' }] })
	await drain()
	moderator.deletePost(reply)
	person(forum.forum, 'Paul').reply(topic, 'Une réponse écrite pendant ce temps.')
	moderator.setStatus(topic, 'archived', true)
	await look()
	const shown = await database.kysely.selectFrom('reply').select('html').where('deleted', '=', false).execute()
	expect(shown).toEqual([{ html: expect.stringContaining('pendant ce temps') }])
	expect((await needs.read({ instance: 'instance-1', organisation: 'organisation-1' }, uuid)).replyCount).toBe(1)
	expect(await link(uuid)).toMatchObject({ standing: { archived: true }, problem: { kind } })
})

it('has nothing left to complain of when what the forum refused is withdrawn', async () => {
	const { publish, withdraw, drain, link, forum } = await joinForum(database)
	forum.settings.minPostLength = 5000
	const uuid = await publish()
	await drain()
	await withdraw(uuid)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'none', problem: null })
})

it('E05 does not make a second topic when its own was deleted before it was known, and links it once it is recovered', async () => {
	const { publish, drain, pass, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set('lose-reply', { count: 1, method: 'POST' })
	await drain()
	const [topic] = topics(uuid)
	person(forum.forum, 'Marie', 'moderator').deleteTopic(topic ?? Object.create(null))
	pass(400)
	await drain()
	expect(topics(uuid)).toHaveLength(1)
	expect(await link(uuid)).toMatchObject({ topicId: null, problem: { kind: 'taken', text: { fr: expect.stringMatching(/déjà reçu.*supprimé/) } } })
	person(forum.forum, 'Marie', 'moderator').recoverTopic(topic ?? Object.create(null))
	pass(3700)
	await drain()
	expect(topics(uuid)).toHaveLength(1)
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('E09 E10 E12 follows a topic through review and never makes a second one', async () => {
	const { forum, publish, drain, pass, link } = await joinForum(database, { settings: { approveNewTopics: true }, botUsername: 'emancipasso' })
	forum.state.user(1).moderator = false
	const uuid = await publish()
	await drain()
	pass(4000)
	await drain()
	expect(forum.state.data.queue).toHaveLength(1)
	expect(await link(uuid)).toMatchObject({ state: 'sent', problem: { kind: 'waiting' } })
	const [queued] = forum.state.data.queue
	const marie = person(forum.forum, 'Marie', 'moderator')
	const copy = marie.newTopic({ title: 'Un sujet qui porte la marque d’un autre', raw: queued?.raw ?? '', categoryId: 6 })
	await leaveHints(database.kysely, [{ record: `topic-${copy.id}`, reason: 'webhook topic_created' }])
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'sent', topicId: null })
	const topic = marie.approve(queued ?? Object.create(null))
	await leaveHints(database.kysely, [{ record: `topic-${topic.id}`, reason: 'webhook topic_created' }])
	await drain()
	expect(topic.externalId).toBeNull()
	expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic.id, problem: null })
})

it('keeps nothing of what a worker read before it lost the record', async () => {
	const { publish, drain, topics, forum, client } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	if (topic === undefined) {
		throw new Error('no topic')
	}
	person(forum.forum, 'Paul').reply(topic, 'Une réponse lue par un processus qui s’est endormi.')
	const lost = {
		record: recordOf(uuid),
		reason: 'webhook post_created',
		priority: Priority.change,
		failures: 0,
		signal: new AbortController().signal,
		assertMine: async () => {
			throw new Error('Another worker looks at it now.')
		},
	}
	await expect(agreeOn({ database, client, facts: new ForumFactsCache(client), rendering: RENDERING }, lost)).rejects.toThrow('Another worker')
	expect(await database.kysely.selectFrom('reply').select('id').execute()).toEqual([])
})

it('E02 makes one topic although several workers look at once', async () => {
	const { publish, drain, topics, forum } = await joinForum(database)
	const uuid = await publish()
	await Promise.all([drain(), drain(), drain()])
	expect(topics(uuid)).toHaveLength(1)
	expect(forum.state.data.topics).toHaveLength(1)
})

it('does not stop the others when the forum forbids one record only', async () => {
	const { publish, drain, link, forum, pass } = await joinForum(database)
	const forbidden = await publish({ kind: 'shared-development' })
	forum.faults.set('forbidden', { count: 1, method: 'POST' })
	await drain()
	const other = await publish({ title: 'Un autre besoin, permis celui-là' })
	await drain()
	expect((await link(forbidden)).problem?.kind).toBe('forum-refused-us')
	expect((await link(other)).state).toBe('linked')
	pass(601)
	await drain()
	expect(await link(forbidden)).toMatchObject({ state: 'linked', problem: null })
})

it('does not count it as a failure of its own when the forum is away while it finds out why it was refused', async () => {
	const { publish, drain, link, forum, pass } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set('forbidden', { count: 1, method: 'POST' })
	forum.faults.set('gateway', { count: Infinity, path: '/session' })
	await drain()
	expect(await database.kysely.selectFrom('hint').select(['record', 'failures']).where('record', '=', recordOf(uuid)).execute()).toMatchObject([{ failures: 0 }])
	forum.faults.clear()
	pass(700)
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('stops asking when the key itself is not accepted', async () => {
	const { publish, drain, calls, link } = await joinForum(database, {}, { apiKey: 'revoked' })
	const uuid = await publish()
	await drain()
	calls.length = 0
	await publish({ title: 'Un autre besoin tout à fait neuf' })
	await drain()
	expect(calls).toEqual([])
	expect((await link(uuid)).problem?.text.fr).toContain('clé')
})

it('E01 closes the topic of a withdrawn need that the forum made long after its answer was lost', async () => {
	const { publish, withdraw, drain, topics, forum, pass, link, client } = await joinForum(database)
	const uuid = await publish()
	forum.faults.set('gateway', { count: 1, method: 'POST' })
	await drain()
	await withdraw(uuid)
	pass(400)
	await drain()
	expect(topics(uuid)).toEqual([])
	await createTopic(client, { title: 'Quel agenda partagé pour douze bénévoles ?', raw: 'Nous nous marchons sur les pieds.', categoryId: 6, tags: [], externalId: recordOf(uuid) }, 'objects')
	pass(400)
	await drain()
	expect(topics(uuid)).toMatchObject([{ closed: true }])
	expect(await link(uuid)).toMatchObject({ state: 'linked' })
})
