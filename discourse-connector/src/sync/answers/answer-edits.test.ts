/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { leaveHint } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinAnswers } from './testing.ts'

const database = withDatabase()

async function posted() {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply({ text: 'Nous avons Nextcloud.\n\nAppelez-nous.\n\nÀ bientôt.' })
	await joined.drain()
	return { ...joined, reply: uuid, marie: person(joined.forum.forum, 'Marie', 'moderator'), post: joined.post(uuid) }
}

it('leaves what moderators changed, shows it, and tells the author', async () => {
	const { marie, post, hear, read, calls, reply } = await posted()
	marie.edit(post, post.raw.replace('Appelez-nous.', 'Écrivez-nous ici.'))
	calls.length = 0
	await hear()
	expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
	expect((await read()).items).toMatchObject([{ author: 'La Ressourcerie', html: expect.stringContaining('Écrivez-nous'), own: { uuid: reply, changedOnForum: true, text: expect.stringContaining('Appelez-nous') } }])
})

it('joins the author’s correction with what moderators changed elsewhere', async () => {
	const { marie, post, hear, correctReply, drain, reply, read } = await posted()
	marie.edit(post, post.raw.replace('Appelez-nous.', 'Écrivez-nous ici.'))
	await hear()
	await correctReply(reply, { text: 'Nous avons Nextcloud depuis deux ans.\n\nAppelez-nous.\n\nÀ bientôt.' })
	await drain()
	expect(post.raw).toContain('depuis deux ans')
	expect(post.raw).toContain('Écrivez-nous')
	expect((await read()).items[0]?.own?.problemKind).toBeUndefined()
})

it('lets moderators win where both changed the same, tells the author, and sends the author’s when it is corrected once more', async () => {
	const { marie, post, correctReply, drain, reply, read, hear } = await posted()
	marie.edit(post, post.raw.replace('Appelez-nous.', 'Écrivez-nous ici.'))
	await correctReply(reply, { text: 'Nous avons Nextcloud.\n\nTéléphonez-nous.\n\nÀ bientôt.' })
	await drain()
	expect(post.raw).toContain('Écrivez-nous')
	expect((await read()).items[0]?.own).toMatchObject({ problemKind: 'conflict', problem: { fr: expect.stringContaining('encore une fois') } })
	await hear()
	expect((await read()).items[0]?.own).toMatchObject({ problemKind: 'conflict' })
	await correctReply(reply, { text: 'Nous avons Nextcloud.\n\nTéléphonez-nous le soir.\n\nÀ bientôt.' })
	await drain()
	expect(post.raw).toContain('Téléphonez-nous le soir')
	expect((await read()).items[0]?.own).toMatchObject({ changedOnForum: false })
	expect((await read()).items[0]?.own?.problem).toBeUndefined()
})

it('tells the author that moderators deleted the answer, never posts it again, and follows it once it is back', async () => {
	const { marie, post, hear, read, reply, correctReply, drain, posts } = await posted()
	marie.deletePost(post)
	await hear()
	expect(await read()).toMatchObject({ items: [{ deleted: true }], answers: [{ uuid: reply, state: 'gone', problemKind: 'deleted' }] })
	await correctReply(reply, { text: 'Une correction dans le vide.' })
	await drain()
	expect(posts(reply)).toHaveLength(1)
	expect(post.raw).not.toContain('dans le vide')
	marie.recoverPost(post)
	await hear()
	expect(post.raw).toContain('dans le vide')
	expect(await read()).toMatchObject({ items: [{ own: { state: 'linked' } }], answers: [] })
})

it('does not show again by an edit what the forum has hidden', async () => {
	const { marie, post, hear, read, reply, correctReply, drain } = await posted()
	marie.hide(post)
	await hear()
	expect((await read()).answers).toMatchObject([{ problemKind: 'hidden' }])
	await correctReply(reply, { text: 'Une correction qui attend.' })
	await drain()
	expect(post.raw).not.toContain('qui attend')
})

it('writes nothing to a post that has got our number but is somebody else’s', async () => {
	const { post, correctReply, takeBack, drain, reply, stored } = await posted()
	Object.assign(post, { raw: 'Un tout autre message, d’une autre personne.', createdAt: '2026-01-01T00:00:00.000Z', userId: 2 })
	await correctReply(reply, { text: 'Une correction.' })
	await drain()
	expect(await stored(reply)).toMatchObject({ state: 'gone', problem_kind: 'foreign' })
	await takeBack(reply)
	await drain()
	expect(post).toMatchObject({ raw: 'Un tout autre message, d’une autre personne.', deletedAt: null })
})

it('knows its post although people took the marker out', async () => {
	const { marie, post, hear, stored, reply, takeBack, drain } = await posted()
	marie.edit(post, 'La modération a tout réécrit, sans la marque.')
	await hear()
	expect(await stored(reply)).toMatchObject({ state: 'linked', changed_on_forum: true })
	await takeBack(reply)
	await drain()
	expect(post.deletedAt).not.toBeNull()
})

it('goes out of view with its topic, and comes back with it', async () => {
	const { marie, forum, topicId, hear, read, uuid, drain } = await posted()
	const topic = forum.state.topic(topicId) ?? Object.create(null)
	marie.deleteTopic(topic)
	await hear()
	expect((await read()).answers).toMatchObject([{ state: 'gone', problemKind: 'topic-gone' }])
	marie.recoverTopic(topic)
	await leaveHint(database.kysely, `need-${uuid}`, 'webhook topic_recovered')
	await drain()
	expect(await read()).toMatchObject({ items: [{ own: { state: 'linked' } }], answers: [] })
})
