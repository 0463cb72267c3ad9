/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../sandbox-forum/people.ts'
import { eraseOrganisation } from '../community/erasure.ts'
import { holdNeed } from '../community/need-release.ts'
import { recordOf } from '../community/tables.ts'
import { leaveHint } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { joinForum } from './testing.ts'

const database = withDatabase()

it('publishes a need as one topic, with one writing and one reading call', async () => {
	const { publish, drain, link, topics, calls, forum } = await joinForum(database)
	await (await publish(), drain())
	calls.length = 0
	const uuid = await publish({ title: 'Un second agenda pour une autre association' })
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['POST /posts.json', 'GET /t/N.json'])
	const [topic] = topics(uuid)
	expect(topic).toMatchObject({ categoryId: 6, title: 'Un second agenda pour une autre association', closed: false })
	expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic?.id, topicUrl: `${forum.url}/t/${topic?.id}`, problem: null })
})

it('costs nothing but a reading when nothing changed, and one writing when one field did', async () => {
	const { publish, correct, drain, calls, pass, topics } = await joinForum(database)
	const uuid = await publish()
	await drain()
	calls.length = 0
	await correct(uuid, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['GET /t/N.json', 'PUT /t/-/N.json'])
	expect(topics(uuid)[0]?.title).toBe('Quel agenda partagé pour treize bénévoles ?')
	pass(10)
	await correct(uuid, { urgency: 'now' })
	calls.length = 0
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['GET /t/N.json', 'PUT /posts/N.json'])
})

it('sends a hundred corrections made during an outage as one', async () => {
	const { publish, correct, drain, calls, forum, pass, topics } = await joinForum(database)
	const uuid = await publish()
	await drain()
	forum.faults.set('gateway', { count: Infinity })
	for (let count = 0; count < 100; count++) {
		await correct(uuid, { title: `Quel agenda partagé pour ${count} bénévoles ?` })
	}
	await drain()
	forum.faults.clear()
	calls.length = 0
	pass(400)
	await drain()
	expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1)
	expect(topics(uuid)[0]?.title).toBe('Quel agenda partagé pour 99 bénévoles ?')
})

it('closes the topic of a withdrawn need, and makes none for one that never went out', async () => {
	const { publish, withdraw, drain, topics, forum } = await joinForum(database)
	const sent = await publish()
	await drain()
	await withdraw(sent)
	const unsent = await publish({ title: 'Un besoin retiré avant son départ' })
	await withdraw(unsent)
	await drain()
	expect(topics(sent)).toMatchObject([{ closed: true }])
	expect(forum.state.postsOf(topics(sent)[0]?.id ?? 0)[0]?.raw).toContain('retir')
	expect(topics(unsent)).toEqual([])
})

it.each(['withdraws', 'erases'] as const)('keeps a topic out of the lists that the operator took back, also when its author %s it', async (what) => {
	const { publish, withdraw, drain, topics } = await joinForum(database)
	const uuid = await publish()
	await drain()
	await holdNeed(database, uuid)
	await drain()
	expect(topics(uuid)).toMatchObject([{ visible: false, closed: false }])
	await (what === 'withdraws' ? withdraw(uuid) : eraseOrganisation(database, 'instance-1', 'organisation-1'))
	await drain()
	expect(topics(uuid)).toMatchObject([{ visible: false, closed: true }])
})

it('leaves what people on the forum changed, and joins it with what its author changes later', async () => {
	const { publish, correct, drain, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const marie = person(forum.forum, 'Marie', 'moderator')
	const [topic] = topics(uuid)
	const [first] = forum.state.postsOf(topic?.id ?? 0)
	if (topic === undefined || first === undefined) {
		throw new Error('no topic')
	}
	marie.change(topic, { title: 'Agenda partagé : que choisir à douze ?', tags: ['tool-advice', 'published', 'agenda'] })
	marie.edit(first, first.raw.replace('petite association de quartier', 'petite association du quartier Nord'))
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(topic.title).toBe('Agenda partagé : que choisir à douze ?')
	expect(topic.tagIds.map((id) => forum.state.tag(id)?.name)).toContain('agenda')
	expect(first.raw).toContain('quartier Nord')
	expect(first.raw).toContain('bloquant')
	await correct(uuid, { urgency: 'months' })
	await drain()
	expect(first.raw).toContain('quartier Nord')
	expect((await link(uuid)).problem).toBeNull()
})

it('lets the forum win where both changed the title, and tells the author', async () => {
	const { publish, correct, drain, topics, forum, link, calls } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	if (topic === undefined) {
		throw new Error('no topic')
	}
	person(forum.forum, 'Marie', 'moderator').change(topic, { title: 'Le titre de la modération' })
	await correct(uuid, { title: 'Le titre que préfère son autrice' })
	await drain()
	expect(topic.title).toBe('Le titre de la modération')
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: { kind: 'conflict' } })
	calls.length = 0
	await drain()
	expect(calls).toEqual([])
})

it('sends the author’s version when it was corrected once more after a conflict, and leaves people’s other lines', async () => {
	const { publish, correct, drain, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	const [first] = forum.state.postsOf(topic?.id ?? 0)
	if (topic === undefined || first === undefined) {
		throw new Error('no topic')
	}
	const marie = person(forum.forum, 'Marie', 'moderator')
	marie.change(topic, { title: 'Le titre de la modération' })
	marie.edit(first, first.raw.replace('petite association', 'toute petite association').replace('marchons sur les pieds', 'gênons'))
	await correct(uuid, { title: 'Le titre que préfère son autrice', sections: [
		{ id: 'context', text: 'Nous sommes une petite association de quartier.' },
		{ id: 'problem', text: 'Nous nous disputons quand nous réservons la salle.' },
	] })
	await drain()
	expect(topic.title).toBe('Le titre de la modération')
	expect(first.raw).toContain('gênons')
	expect(await link(uuid)).toMatchObject({ conflict: { fields: ['title', 'body'] }, forumText: { title: 'Le titre de la modération', html: expect.stringContaining('gênons') } })
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(topic.title).toBe('Le titre que préfère son autrice')
	expect(first.raw).toContain('disputons')
	expect(first.raw).toContain('toute petite association')
	expect(await link(uuid)).toMatchObject({ conflict: null, problem: null, forumText: { html: expect.stringContaining('toute petite') } })
})

it('changes nothing that both sides changed for anything but its author’s answer', async () => {
	const { publish, correct, withdraw, drain, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	const [first] = forum.state.postsOf(topic?.id ?? 0)
	if (topic === undefined || first === undefined) {
		throw new Error('no topic')
	}
	person(forum.forum, 'Marie', 'moderator').edit(first, first.raw.replace('marchons sur les pieds', 'gênons'))
	await correct(uuid, { sections: [{ id: 'problem', text: 'Nous nous disputons quand nous réservons la salle.' }] })
	await drain()
	await withdraw(uuid)
	await drain()
	expect(first.raw).toContain('gênons')
	expect(first.raw).toContain('retiré')
	expect(await link(uuid)).toMatchObject({ conflict: { fields: ['body'] }, problem: { kind: 'conflict' } })
})

it('shows what people made of the text, what they did with the topic, and nothing of it once it is ours again', async () => {
	const { publish, drain, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	const [first] = forum.state.postsOf(topic?.id ?? 0)
	if (topic === undefined || first === undefined) {
		throw new Error('no topic')
	}
	expect(await link(uuid)).toMatchObject({ forumText: null, standing: { closed: false, archived: false } })
	const marie = person(forum.forum, 'Marie', 'moderator')
	const ours = first.raw
	marie.edit(first, ours.replace('quartier', 'commune'))
	marie.setStatus(topic, 'closed', true)
	await leaveHint(database.kysely, recordOf(uuid), 'webhook')
	await drain()
	expect(await link(uuid)).toMatchObject({ forumText: { html: expect.stringContaining('commune') }, standing: { closed: true }, problem: null })
	marie.edit(first, ours)
	await leaveHint(database.kysely, recordOf(uuid), 'webhook')
	await drain()
	expect(await link(uuid)).toMatchObject({ forumText: null })
})

it('replaces an erased need on the forum by a stub, whatever people changed there, and remembers none of its text', async () => {
	const { publish, drain, topics, forum } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	const [first] = forum.state.postsOf(topic?.id ?? 0)
	const marie = person(forum.forum, 'Marie', 'moderator')
	marie.edit(first ?? Object.create(null), first?.raw.replace('réservons', 'réservions') ?? '')
	marie.reply(topic ?? Object.create(null), 'Les Amis du quartier, je vous connais bien.')
	await drain()
	await eraseOrganisation(database, 'instance-1', 'organisation-1')
	await drain()
	expect(first?.raw).not.toContain('salle')
	expect(topic).toMatchObject({ closed: true, title: expect.not.stringContaining('agenda') })
	const rest = await Promise.all((['topic_link', 'reply', 'need'] as const).map((table) => database.kysely.selectFrom(table).selectAll().execute()))
	expect(JSON.stringify(rest)).not.toMatch(/quartier|agenda|salle/)
})

it('shows that moderators deleted the topic, writes nothing there, and follows it again once it is back', async () => {
	const { publish, correct, drain, topics, forum, link, calls } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	const marie = person(forum.forum, 'Marie', 'moderator')
	marie.deleteTopic(topic ?? Object.create(null))
	await correct(uuid, { urgency: 'now' })
	calls.length = 0
	await drain()
	expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'deleted' } })
	marie.recoverTopic(topic ?? Object.create(null))
	await correct(uuid, { urgency: 'months' })
	await drain()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
	expect(forum.state.postsOf(topic?.id ?? 0)[0]?.raw).toContain('prochains mois')
})

it('writes nothing to a topic that has got our number but is somebody else’s', async () => {
	const { publish, correct, drain, topics, forum, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	Object.assign(topic ?? {}, { externalId: 'something-else' })
	forum.state.reindex()
	const before = forum.state.postsOf(topic?.id ?? 0)[0]?.raw
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(forum.state.postsOf(topic?.id ?? 0)[0]?.raw).toBe(before)
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'foreign' } })
})

it('adopts a topic that it has forgotten, and keeps what the forum says', async () => {
	const { publish, correct, drain, topics, link } = await joinForum(database)
	const uuid = await publish()
	await drain()
	const [topic] = topics(uuid)
	await database.kysely.deleteFrom('topic_link').execute()
	await correct(uuid, { title: 'Un titre dont personne ne se souvient' })
	await drain()
	expect(topics(uuid)).toHaveLength(1)
	expect(await link(uuid)).toMatchObject({ state: 'linked', topicId: topic?.id })
})

it.each(['2.9', '3.1'] as const)('works with a forum %s', async (version) => {
	const { publish, correct, withdraw, drain, topics, forum } = await joinForum(database, { version })
	const uuid = await publish({ region: { code: 'FR-BRE', label: 'Bretagne' } })
	await drain()
	await correct(uuid, { title: 'Quel agenda partagé pour treize bénévoles ?' })
	await drain()
	await withdraw(uuid)
	await drain()
	expect(topics(uuid)).toMatchObject([{ closed: true, title: 'Quel agenda partagé pour treize bénévoles ?' }])
	expect(topics(uuid)[0]?.tagIds.map((id) => forum.state.tag(id)?.name)).toEqual(['tool-advice', 'fr-bre', 'withdrawn'])
})
