/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum } from '../detection/testing.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const REPLY = 'Nous utilisons Nextcloud depuis deux ans.'
const database = withDatabase()

async function withReply() {
	const hearing = await hearingForum(database)
	const [need] = await hearing.published(1)
	return {
		...hearing,
		topic: need!.topic,
		reads: () => hearing.calls.filter((call) => call.startsWith('GET /t/')).length,
		replies: async () => (await hearing.needs.read(CALLER, need!.uuid)).replyCount,
	}
}

it('E48 reads the topic once for an event that came twice, and changes nothing when it comes again', async () => {
	const { forum, topic, settle, reads, replies } = await withReply()
	forum.faults.set('webhook-twice')
	person(forum.forum, 'Paul').reply(topic, REPLY)
	await settle()
	expect([reads(), await replies()]).toEqual([1, 1])
	const [hook, event] = [forum.state.data.webHooks[0]!, forum.state.data.webHookEvents.at(-1)!]
	forum.webhooks.redeliver(hook, event)
	await settle()
	expect([reads(), await replies()]).toEqual([2, 1])
})

it('E49 ends at what the forum says, in whatever order its events come', async () => {
	const { forum, topic, settle, marie, delivered, replies } = await withReply()
	forum.faults.set('webhook-late')
	marie.deletePost(person(forum.forum, 'Paul').reply(topic, REPLY))
	await settle()
	expect(delivered).toEqual(['hint', 'hint'])
	expect(await replies()).toBe(0)
})

it('E53 believes no replayed event: an old one leads to a look at what the forum says now', async () => {
	const { forum, topic, settle, marie, replies } = await withReply()
	const reply = person(forum.forum, 'Paul').reply(topic, REPLY)
	await forum.webhooks.idle()
	const created = forum.state.data.webHookEvents.at(-1)!
	marie.deletePost(reply)
	await settle()
	forum.webhooks.redeliver(forum.state.data.webHooks[0]!, created)
	await settle()
	expect(await replies()).toBe(0)
})

it('E55 takes events in within a second while no call to the forum is left', async () => {
	const { forum, topic, delivered, calls } = await withReply()
	await sql`update forum_gate set tokens = 0, pause_kind = 'busy', pause_until = now() + interval '1 hour'`.execute(database.kysely)
	const begun = Date.now()
	person(forum.forum, 'Paul').reply(topic, REPLY)
	await forum.webhooks.idle()
	expect(Date.now() - begun).toBeLessThan(1000)
	expect(delivered).toEqual(['hint'])
	expect(calls).toEqual([])
})
