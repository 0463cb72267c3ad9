/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { mergeTopic, purgeTopic, renameUser, splitTopic } from '../../../sandbox-forum/topics/move-posts.ts'
import { withDatabase } from '../../platform/testing.ts'
import { publishedNeed } from './testing.ts'

const database = withDatabase()

async function repliesShown() {
	return (await database.kysely.selectFrom('reply').select(['html', 'deleted']).orderBy('id').execute()).filter(({ deleted }) => !deleted).map(({ html }) => html)
}

it('E32 takes in a renamed person without a quarrel', async () => {
	const { forum, moderator, first, look, writes, uuid, link } = await publishedNeed(database)
	moderator.edit(first, `${first.raw}\n\nVu avec @paul.`)
	await look()
	renameUser(forum.forum, person(forum.forum, 'paul').user, 'paul-durand')
	await look()
	expect(writes()).toEqual([])
	expect((await link(uuid)).forumText?.html).toContain('paul-durand')
})

it('E35 E37 shows nothing of a deleted topic, writes nothing to it, and shows all again once it is recovered', async () => {
	const { forum, moderator, topic, look, writes, uuid, link, correct, drain } = await publishedNeed(database)
	person(forum.forum, 'Paul').reply(topic, 'Une réponse que l’on ne doit plus voir.')
	await look()
	moderator.deleteTopic(topic)
	await look()
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'deleted' } })
	expect(await repliesShown()).toEqual([])
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(writes()).toEqual([])
	moderator.recoverTopic(topic)
	await look()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
	expect(await repliesShown()).toEqual([expect.stringContaining('plus voir')])
	expect(forum.state.postsOf(topic.id)[0]?.raw).toContain('bloquant')
})

it('E38 makes no second topic for one that was removed for good, and tells its author', async () => {
	const { forum, topic, look, uuid, link, correct, drain } = await publishedNeed(database)
	purgeTopic(forum.forum, topic)
	await look()
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(forum.state.data.topics).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'lost' } })
})

it('E38 writes nothing to the topic that a restored forum gave our number', async () => {
	const { forum, topic, first, look, writes, uuid, link, correct, drain } = await publishedNeed(database)
	Object.assign(topic, { externalId: null, title: 'Un sujet de quelqu’un d’autre' })
	first.raw = 'Bonjour à tout le monde, je me présente.'
	forum.state.reindex()
	await look()
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(writes()).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'foreign' } })
})

it('E39 says where the discussion went on when moderators joined the topic to another one', async () => {
	const { forum, moderator, topic, look, uuid, link } = await publishedNeed(database)
	const paul = person(forum.forum, 'Paul')
	const other = paul.newTopic({ title: 'Une discussion plus ancienne sur les agendas', raw: 'Nous en parlions déjà ici il y a un an.', categoryId: 6 })
	paul.reply(topic, 'Une réponse qui sera déplacée.')
	await look()
	mergeTopic(forum.forum, topic, other, moderator.user)
	await look()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: { kind: 'merged', text: { fr: expect.stringContaining(`${forum.url}/t/${other.id}`) } } })
	expect(await repliesShown()).toEqual([])
	expect(forum.state.data.topics).toHaveLength(2)
})

it('E40 drops the copies of replies that were split to a topic of their own', async () => {
	const { forum, moderator, topic, look, uuid, link } = await publishedNeed(database)
	const paul = person(forum.forum, 'Paul')
	paul.reply(topic, 'Une réponse qui reste.')
	const stray = paul.reply(topic, 'Une réponse sur un tout autre sujet.')
	await look()
	splitTopic(forum.forum, topic, [stray], 'Un tout autre sujet de discussion', moderator.user)
	await look()
	expect(await repliesShown()).toEqual([expect.stringContaining('qui reste')])
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('E41 never writes over the post that a merge by date put first', async () => {
	const { forum, topic, first, look, uuid, correct, drain } = await publishedNeed(database)
	const older = person(forum.forum, 'Paul').reply(topic, 'Un message plus ancien, venu d’un autre sujet.')
	Object.assign(older, { postNumber: 1 })
	Object.assign(first, { postNumber: 2 })
	forum.state.reindex()
	await look()
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(older.raw).toBe('Un message plus ancien, venu d’un autre sujet.')
	expect(first.raw).toContain('bloquant')
})

it('E42 keeps nothing of a topic that became a personal message, and follows it again once it is public', async () => {
	const { forum, topic, look, writes, uuid, link, correct, drain } = await publishedNeed(database)
	person(forum.forum, 'Paul').reply(topic, 'Une réponse que l’on ne doit plus voir.')
	await look()
	Object.assign(topic, { archetype: 'private_message', categoryId: null })
	await look()
	await correct(uuid, { urgency: 'now' })
	await drain()
	expect(writes()).toEqual([])
	expect(await repliesShown()).toEqual([])
	expect(await link(uuid)).toMatchObject({ state: 'gone', problem: { kind: 'personal' }, forumText: null })
	Object.assign(topic, { archetype: 'regular', categoryId: 6 })
	await look()
	expect(await link(uuid)).toMatchObject({ state: 'linked', problem: null })
})

it('E43 drops its own tag although the forum’s admins renamed it', async () => {
	const { forum, topic, uuid, withdraw, drain } = await publishedNeed(database)
	Object.assign(forum.state.tagNamed('published') ?? {}, { name: 'publié' })
	await withdraw(uuid)
	await drain()
	const names = topic.tagIds.map((id) => forum.state.tag(id)?.name)
	expect(names).toContain('withdrawn')
	expect(names).not.toContain('publié')
})

it.each(['personal', 'deleted'])('E35 E42 keeps none of people’s words of a conflict once the topic is %s, and sends nothing over them once it is back', async (what) => {
	const { topic, first, moderator, look, writes, uuid, link, correct, drain } = await publishedNeed(database)
	moderator.edit(first, first.raw.replace('marchons sur les pieds', 'gênons CONFIDENTIEL'))
	await correct(uuid, { sections: [{ id: 'problem', text: 'Nous nous disputons quand nous réservons la salle.' }] })
	await drain()
	expect((await link(uuid)).conflict).not.toBeNull()
	if (what === 'deleted') {
		moderator.deleteTopic(topic)
	} else {
		Object.assign(topic, { archetype: 'private_message', categoryId: null })
	}
	await look()
	expect(JSON.stringify(await database.kysely.selectFrom('topic_link').selectAll().execute())).not.toContain('CONFIDENTIEL')
	if (what === 'deleted') {
		moderator.recoverTopic(topic)
	} else {
		Object.assign(topic, { archetype: 'regular', categoryId: 6 })
	}
	await look()
	expect(writes()).toEqual([])
	expect((await link(uuid)).forumText?.html).toContain('CONFIDENTIEL')
})
