/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { answerRecord } from '../../community/answers/tables.ts'
import { eraseNeed } from '../../community/erase-need.ts'
import { eraseMember, eraseOrganisation } from '../../community/erasure.ts'
import { leaveHint } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { joinAnswers, letPass, NEIGHBOURS } from './testing.ts'

const database = withDatabase()

const author = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }

it('posts an answer under the name that was chosen, says how it came, and shows it without the machine’s words', async () => {
	const { reply, drain, post, read, topicId, calls } = await joinAnswers(database)
	calls.length = 0
	const uuid = await reply()
	expect((await read()).answers).toMatchObject([{ uuid, state: 'queued', name: 'La Ressourcerie', revision: 1 }])
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['GET /t/N.json', 'POST /posts.json'])
	expect(post(uuid)).toMatchObject({ topicId, userId: 1, raw: expect.stringMatching(/^\*\*La Ressourcerie\*\* \(association, via Émancip’Asso\)\n/) })
	const own = { author: 'La Ressourcerie', html: '<p>Nous utilisons Nextcloud depuis deux ans.</p>\n<p>Venez voir.</p>', viaCloud: true }
	expect(await read()).toMatchObject({ items: [{ ...own, own: { uuid, state: 'linked', changedOnForum: false } }], answers: [] })
	const [seen] = (await read(author)).items
	expect(seen).toMatchObject(own)
	expect(seen).not.toHaveProperty('own')
})

it('shows the same after the topic is read again, and writes nothing more', async () => {
	const { reply, drain, hear, read, calls, stored } = await joinAnswers(database)
	const uuid = await reply()
	await drain()
	const before = await read()
	calls.length = 0
	await hear()
	expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([])
	expect(calls.filter((call) => call.startsWith('GET /posts/'))).toEqual([])
	expect(await read()).toEqual(before)
	expect((await stored(uuid)).state).toBe('linked')
})

it('sends a correction once, with the name too', async () => {
	const { reply, drain, correctReply, post, read, calls } = await joinAnswers(database)
	const uuid = await reply()
	await drain()
	calls.length = 0
	await correctReply(uuid, { name: 'Jeanne, trésorière', text: 'Nous utilisons Nextcloud depuis trois ans.' })
	await drain()
	expect(calls.map((call) => call.replace(/\d+/, 'N'))).toEqual(['GET /posts/N.json', 'PUT /posts/N.json'])
	expect(post(uuid).raw).toContain('trois ans')
	expect((await read(author)).items).toMatchObject([{ author: 'Jeanne, trésorière', html: '<p>Nous utilisons Nextcloud depuis trois ans.</p>' }])
})

it('deletes the post of an answer that was taken back, and leaves no trace of it in the lists', async () => {
	const { reply, drain, takeBack, posts, read } = await joinAnswers(database)
	const uuid = await reply()
	await drain()
	await takeBack(uuid)
	expect((await read()).items).toMatchObject([{ own: { status: 'withdrawn' } }])
	await drain()
	expect(posts(uuid)).toMatchObject([{ deletedAt: expect.any(String) }])
	expect(await read()).toMatchObject({ items: [{ deleted: true, author: '', html: '' }], answers: [] })
})

it('replaces the text where the forum does not let a post be deleted', async () => {
	const { reply, drain, takeBack, post, hear, read, forum, calls } = await joinAnswers(database)
	const uuid = await reply()
	await drain()
	await takeBack(uuid)
	forum.faults.set('forbidden', { count: 1, method: 'DELETE' })
	await drain()
	expect(post(uuid).raw).toMatch(/^\*Cette réponse a été retirée/)
	expect((await read()).items).toMatchObject([{ deleted: true }])
	calls.length = 0
	await hear()
	expect(calls.filter((call) => call.startsWith('DELETE'))).toEqual([])
})

it('never posts an answer that was taken back before it left', async () => {
	const { reply, drain, takeBack, posts, read } = await joinAnswers(database)
	const uuid = await reply()
	await takeBack(uuid)
	await drain()
	expect(posts(uuid)).toEqual([])
	expect(await read()).toMatchObject({ items: [], answers: [] })
})

it('posts nothing where moderators closed the topic, says so, and posts it once it is open again', async () => {
	const joined = await joinAnswers(database)
	const { reply, drain, hear, posts, read, forum, topicId } = joined
	const marie = person(forum.forum, 'Marie', 'moderator')
	const topic = forum.state.topic(topicId)
	if (topic === undefined) {
		throw new Error('no topic')
	}
	marie.setStatus(topic, 'closed', true)
	const uuid = await reply()
	await drain()
	expect(posts(uuid)).toEqual([])
	expect((await read()).answers).toMatchObject([{ uuid, problemKind: 'topic-closed', problem: { fr: expect.stringContaining('n’accepte plus de réponses') } }])
	await hear()
	expect(posts(uuid)).toEqual([])
	await expect(reply()).rejects.toMatchObject({ id: 'topic-closed' })
	marie.setStatus(topic, 'closed', false)
	await hear()
	expect(posts(uuid)).toHaveLength(1)
	expect((await read()).answers).toEqual([])
})

it('waits for the topic of a need that is on its way', async () => {
	const { publish, answers, drain, forum } = await joinAnswers(database)
	forum.faults.set('unavailable', { count: 1, method: 'POST' })
	const need = await publish({ title: 'Un second besoin tout à fait neuf' })
	const reply = '01900000-0000-7000-8000-0000000000aa'
	await answers.put(NEIGHBOURS, { need, reply }, { name: 'Paul', text: 'Déjà une réponse.' }, { create: true })
	await drain()
	expect(forum.state.data.posts.filter(({ raw }) => raw.includes('Déjà une réponse'))).toEqual([])
})

it('erases an organisation’s answers everywhere: words, copies, the post and its earlier versions', async () => {
	const { reply, drain, correctReply, forum, posts, post, read } = await joinAnswers(database)
	const uuid = await reply()
	await drain()
	const { id } = post(uuid)
	forum.pass(400)
	await correctReply(uuid, { text: 'Nous utilisons Nextcloud, dit Jeanne.' })
	await drain()
	expect(await eraseOrganisation(database, NEIGHBOURS.instance, NEIGHBOURS.organisation)).toMatchObject({ answers: 1 })
	expect((await read(author)).items).toMatchObject([{ deleted: true, author: '', html: '' }])
	await drain()
	const left = forum.state.data.posts.find((one) => one.id === id)
	expect(left).toMatchObject({ deletedAt: expect.any(String) })
	expect(left?.raw).not.toMatch(/Nextcloud|Ressourcerie/)
	expect(left?.revisions.every(({ hidden }) => hidden)).toBe(true)
	expect(posts(uuid).filter(({ deletedAt }) => deletedAt === null)).toEqual([])
	const rest = await Promise.all((['posted_reply', 'posted_reply_history', 'reply'] as const).map((table) => database.kysely.selectFrom(table).selectAll().execute()))
	expect(JSON.stringify(rest)).not.toMatch(/Nextcloud|Ressourcerie|Jeanne|member-2/)
})

it('erases with a need what its own organisation answered to it, and leaves the answers of others on the forum', async () => {
	const { reply, drain, answers, uuid: need, posts, publish } = await joinAnswers(database)
	const [own, elsewhere] = ['01900000-0000-7000-8000-0000000000ab', '01900000-0000-7000-8000-0000000000ac']
	const theirs = await reply()
	const other = await publish({ title: 'Un autre besoin de la même association' })
	await drain()
	await answers.put(author, { need, reply: own }, { name: 'Jeanne', text: 'Nous précisons notre besoin, dit Jeanne.' }, { create: true })
	await answers.put(author, { need: other, reply: elsewhere }, { name: 'Jeanne', text: 'Une réponse à un autre besoin.' }, { create: true })
	await drain()
	await eraseNeed(database, author, need)
	await drain()
	const isThere = (uuid: string) => posts(uuid).some(({ deletedAt }) => deletedAt === null)
	expect([isThere(own), isThere(theirs), isThere(elsewhere)]).toEqual([false, true, true])
	expect(JSON.stringify(posts(own))).not.toContain('dit Jeanne')
})

it('erases the answers of a member, and leaves those of others', async () => {
	const { reply, drain, answers, uuid: need, posts } = await joinAnswers(database)
	const [first, second] = [await reply(), '01900000-0000-7000-8000-0000000000ab']
	await answers.put({ ...NEIGHBOURS, member: 'member-3' }, { need, reply: second }, { name: 'Paul', text: 'Une autre réponse, de Paul.' }, { create: true })
	await drain()
	expect(await eraseMember(database, NEIGHBOURS.instance, 'member-2')).toEqual({ needs: 0, answers: 1 })
	await drain()
	expect(posts(first).map(({ deletedAt }) => deletedAt === null)).toEqual([false])
	expect(posts(second).map(({ deletedAt }) => deletedAt === null)).toEqual([true])
})

it('keeps looking for the post of an erased answer whose sending was not answered', async () => {
	const joined = await joinAnswers(database)
	const { reply, drain, posts, forum } = joined
	const uuid = await reply()
	forum.faults.set('lose-reply', { count: 1, method: 'POST' })
	await drain()
	await eraseOrganisation(database, NEIGHBOURS.instance, NEIGHBOURS.organisation)
	await letPass(database, joined, 130)
	expect(posts(uuid).filter(({ deletedAt }) => deletedAt === null)).toEqual([])
	expect(JSON.stringify(forum.state.data.posts)).not.toContain('Venez voir')
})

it('keeps no copy of an answer to a need that was erased, when that answer is looked at', async () => {
	const { reply, drain, hear, uuid } = await joinAnswers(database)
	const answer = await reply()
	await drain()
	await hear()
	await eraseNeed(database, author, uuid)
	await drain()
	await leaveHint(database.kysely, answerRecord(answer), 'webhook')
	await drain()
	expect(await database.kysely.selectFrom('reply').select('html').where('deleted', '=', false).execute()).toEqual([])
})
