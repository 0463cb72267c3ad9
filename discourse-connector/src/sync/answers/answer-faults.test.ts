/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { createReply } from '../../forum/posts.ts'
import { leaveHint, Priority } from '../../platform/hints.ts'
import { withDatabase } from '../../platform/testing.ts'
import { creationFaults } from '../testing.ts'
import { agreeOnAnswer } from './agree-on-answer.ts'
import { joinAnswers, letPass } from './testing.ts'

const database = withDatabase()

it.each(creationFaults)('E01 makes exactly one post when the answer’s creation meets %s', async (fault) => {
	const joined = await joinAnswers(database)
	const { reply, drain, forum, post, read } = joined
	const uuid = await reply()
	forum.faults.set(fault, { count: 1, method: 'POST', seconds: 20 })
	await drain()
	for (let count = 0; count < 4; count++) {
		await letPass(database, joined, 130)
	}
	expect(post(uuid).deletedAt).toBeNull()
	expect(joined.posts(uuid)).toHaveLength(1)
	expect(await read()).toMatchObject({ items: [{ own: { uuid, state: 'linked' } }], answers: [] })
	expect((await joined.stored(uuid)).problem).toBeNull()
})

it.each(['slow', 'slow-body'] as const)('makes exactly one post when the forum is %s', async (fault) => {
	const joined = await joinAnswers(database, {}, { timeoutMs: 150 })
	const uuid = await joined.reply()
	joined.forum.faults.set(fault, { count: 1, method: 'POST', seconds: 0.4 })
	await joined.drain()
	await vi.waitFor(() => expect(joined.posts(uuid)).toHaveLength(1))
	await letPass(database, joined, 130)
	expect(joined.posts(uuid)).toHaveLength(1)
	expect((await joined.stored(uuid)).state).toBe('linked')
})

it('does not send again what the forum may still be working on', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	joined.forum.faults.set('gateway', { count: 1, method: 'POST' })
	await joined.drain()
	joined.calls.length = 0
	await letPass(database, joined, 60)
	expect(joined.calls.filter((call) => call.startsWith('POST'))).toEqual([])
	await createReply(joined.client, joined.topicId, (await joined.stored(uuid)).settled ?? '')
	await letPass(database, joined, 70)
	expect(joined.posts(uuid)).toHaveLength(1)
	expect((await joined.stored(uuid)).state).toBe('linked')
})

it('deletes the second post that a forum made of one answer long after the first was given up', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	joined.forum.faults.set('gateway', { count: 1, method: 'POST' })
	await joined.drain()
	await letPass(database, joined, 400)
	const kept = joined.post(uuid)
	// A forum remembers a call for two minutes.
	joined.pass(130)
	await createReply(joined.client, joined.topicId, kept.raw)
	await joined.hear()
	expect(joined.posts(uuid)).toHaveLength(2)
	expect(joined.post(uuid).id).toBe(kept.id)
})

it('posts nothing again that left after the backup from which the connector was restored', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	await joined.drain()
	await database.kysely.updateTable('posted_reply').set({ state: 'queued', post_id: null, posted_at: null, topic_id: null, settled: null, acknowledged: null, seen: null, sent_at: null, created_at: sql<Date>`now() - interval '1 day'` }).execute()
	await leaveHint(database.kysely, `reply-${uuid}`, 'answered')
	await joined.drain()
	expect(joined.posts(uuid)).toHaveLength(1)
	expect(await joined.stored(uuid)).toMatchObject({ state: 'linked', post_id: joined.post(uuid).id })
})

it('leaves a post that only copies the marker of an answer', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	await joined.drain()
	const topic = joined.forum.state.topic(joined.topicId)
	const copy = person(joined.forum.forum, 'Paul').reply(topic ?? Object.create(null), `Je cite cette réponse.\n\n<!-- emancipasso reply-${uuid} -->`)
	joined.calls.length = 0
	await joined.hear()
	expect(joined.calls.filter((call) => !call.startsWith('GET'))).toEqual([])
	expect(copy.deletedAt).toBeNull()
	expect((await joined.read()).items.map(({ author }) => author)).toEqual(['La Ressourcerie', 'Paul'])
})

it.each(['lose-reply', 'gateway-after', 'cut-body', 'gateway', 'read-only', 'rate-limit'] as const)('sends a correction that met %s, and the one after it, without taking its own for people’s', async (fault) => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	await joined.drain()
	await joined.correctReply(uuid, { text: 'Une première correction.' })
	joined.forum.faults.set(fault, { count: 1, method: 'PUT', seconds: 20 })
	await joined.drain()
	await joined.correctReply(uuid, { text: 'Une seconde correction.' })
	await letPass(database, joined, 130)
	expect(joined.post(uuid).raw).toContain('Une seconde correction.')
	expect((await joined.stored(uuid))).toMatchObject({ problem: null, changed_on_forum: false })
})

it.each(['lose-reply', 'gateway-after', 'gateway', 'rate-limit'] as const)('deletes what was taken back although deleting met %s', async (fault) => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	await joined.drain()
	await joined.takeBack(uuid)
	joined.forum.faults.set(fault, { count: 1, method: 'DELETE', seconds: 20 })
	await joined.drain()
	await letPass(database, joined, 130)
	expect(joined.posts(uuid)).toMatchObject([{ deletedAt: expect.any(String) }])
	expect((await joined.stored(uuid)).state).toBe('gone')
})

it('makes one post although several workers look at once', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	await Promise.all([joined.drain(), joined.drain(), joined.drain()])
	expect(joined.posts(uuid)).toHaveLength(1)
})

it('sends nothing once another worker has the answer', async () => {
	const joined = await joinAnswers(database)
	const uuid = await joined.reply()
	joined.calls.length = 0
	const assertMine = async () => {
		throw new Error('Another worker looks at it now.')
	}
	const look = { record: `reply-${uuid}`, reason: 'answered', priority: Priority.person, failures: 0, signal: new AbortController().signal, assertMine }
	await expect(agreeOnAnswer({ database, client: joined.client, language: 'fr' }, look, uuid)).rejects.toThrow('Another worker')
	expect(joined.calls.filter((call) => call.startsWith('POST'))).toEqual([])
	await letPass(database, joined, 130)
	expect(joined.posts(uuid)).toHaveLength(1)
})

it('says in words that the forum refuses the text, and sends a corrected one', async () => {
	const joined = await joinAnswers(database)
	joined.forum.settings.minPostLength = 5000
	const uuid = await joined.reply()
	await joined.drain()
	expect((await joined.read()).answers).toMatchObject([{ problemKind: 'refused', problem: { fr: expect.stringContaining('trop court') } }])
	joined.forum.settings.minPostLength = 20
	await joined.correctReply(uuid, { text: 'Une réponse bien plus longue.' })
	await joined.drain()
	expect(joined.post(uuid).raw).toContain('bien plus longue')
	expect((await joined.read()).answers).toEqual([])
})

it('follows an answer through review, posts no second one, and deletes it when it was taken back meanwhile', async () => {
	const joined = await joinAnswers(database, { botUsername: 'emancipasso' })
	joined.forum.settings.approveReplies = true
	joined.forum.state.user(1).moderator = false
	const [first, second] = [await joined.reply(), await joined.reply({ text: 'Une seconde réponse.' })]
	await joined.drain()
	await letPass(database, joined, 4000)
	expect(joined.forum.state.data.queue).toHaveLength(2)
	expect((await joined.read()).answers).toMatchObject([{ problemKind: 'waiting' }, { problemKind: 'waiting' }])
	await joined.takeBack(second)
	await joined.drain()
	const marie = person(joined.forum.forum, 'Marie', 'moderator')
	for (const queued of [...joined.forum.state.data.queue]) {
		marie.approve(queued)
	}
	await joined.hear()
	expect(joined.post(first).deletedAt).toBeNull()
	expect(await joined.stored(first)).toMatchObject({ state: 'linked', problem: null })
	expect(joined.posts(second).filter(({ deletedAt, userDeleted }) => deletedAt === null && !userDeleted)).toEqual([])
})
