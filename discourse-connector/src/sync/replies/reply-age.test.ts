/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { person } from '../../../sandbox-forum/people.ts'
import { ReplyStore } from '../../community/reply-store.ts'
import { withDatabase } from '../../platform/testing.ts'
import { hearingForum } from '../detection/testing.ts'
import { REPLIES_KEPT_DAYS } from '../testing.ts'

const CALLER = { instance: 'instance-1', organisation: 'organisation-1', member: 'member-1' }
const SAID = 'Nous utilisons Nextcloud depuis deux ans.'
const database = withDatabase()
const replies = new ReplyStore(database)

/** A need with one reply that nobody has opened for some days. */
async function unread(days: number) {
	const hearing = await hearingForum(database)
	const [{ uuid, topic } = { uuid: '', topic: undefined }] = await hearing.published(1)
	if (topic === undefined) {
		throw new Error('no topic')
	}
	const paul = person(hearing.forum.forum, 'Paul')
	paul.reply(topic, SAID)
	await hearing.settle()
	await database.kysely.updateTable('need').set({ replies_shown_at: new Date(Date.now() - days * 86_400_000) }).execute()
	return {
		...hearing,
		paul,
		topic,
		open: async (after?: string) => await replies.list(CALLER, uuid, after, 50),
		count: async () => (await hearing.needs.read(CALLER, uuid)).replyCount,
		kept: async () => JSON.stringify(await database.kysely.selectFrom('reply').selectAll().execute()),
	}
}

it('drops copies of replies that nobody has opened for long, and reads them again when somebody does', async () => {
	const { detect, settle, open, count, kept } = await unread(REPLIES_KEPT_DAYS + 1)
	const before = await database.kysely.selectFrom('change').select('position').where('kind', '=', 'replies').executeTakeFirst()
	await detect('audit-topics')
	expect(await kept()).not.toMatch(/Nextcloud|Paul/)
	expect(await count()).toBe(1)
	const after = await database.kysely.selectFrom('change').select('position').where('kind', '=', 'replies').executeTakeFirst()
	expect(after?.position).toBeGreaterThan(before?.position ?? 0)

	expect(await open()).toMatchObject({ items: [], dropped: true })
	await settle()
	const page = await open()
	expect(page.items).toMatchObject([{ author: 'Paul', html: `<p>${SAID}</p>`, deleted: false }])
	expect(page).not.toHaveProperty('dropped')
})

it('tells a cloud that reads by cursor to drop its copies too, and brings them back to it', async () => {
	const { detect, settle, open } = await unread(0)
	const { cursor } = await open()
	await database.kysely.updateTable('need').set({ replies_shown_at: new Date(Date.now() - (REPLIES_KEPT_DAYS + 1) * 86_400_000) }).execute()
	await detect('audit-topics')
	const dropped = await open(cursor)
	expect(dropped.items).toMatchObject([{ author: '', html: '', deleted: true }])
	await settle()
	expect((await open(dropped.cursor)).items).toMatchObject([{ author: 'Paul', deleted: false }])
})

it('counts new replies to a need that nobody opens, and keeps none of them', async () => {
	const { detect, settle, paul, topic, count, kept } = await unread(REPLIES_KEPT_DAYS + 1)
	await detect('audit-topics')
	paul.reply(topic, 'Une nouvelle réponse, que personne ne lit.')
	await settle()
	expect(await count()).toBe(2)
	expect(await kept()).not.toMatch(/nouvelle|Nextcloud/)
})

it('keeps what was opened within that time, and reads it again at the first opening of a day', async () => {
	const { detect, settle, open, kept, calls, topic } = await unread(REPLIES_KEPT_DAYS - 1)
	await detect('audit-topics')
	expect(await kept()).toContain('Nextcloud')
	calls.length = 0
	await open()
	await open()
	await settle()
	expect(calls).toEqual([`GET /t/${topic.id}.json`])
})

it('drops the copies of a topic that has been lost for long, although somebody opens the need', async () => {
	const { detect, open, kept, forum } = await unread(0)
	const { posts, topics } = forum.state.data
	const [lost, said] = [[...topics], [...posts]]
	Object.assign(forum.state.data, { topics: [], posts: [] })
	forum.state.reindex()
	await database.kysely.updateTable('topic_link').set({ audited_at: null }).execute()
	await detect('audit-topics')
	expect(await open()).toMatchObject({ items: [{ author: 'Paul' }] })
	await database.kysely.updateTable('topic_link').set({ updated_at: new Date(Date.now() - (REPLIES_KEPT_DAYS + 1) * 86_400_000) }).execute()
	await detect('audit-topics')
	expect(await kept()).not.toContain('Nextcloud')
	expect(await open()).toMatchObject({ items: [], dropped: true })

	Object.assign(forum.state.data, { topics: lost, posts: said })
	forum.state.reindex()
	// A lost topic is looked for by the audit, as any other.
	await database.kysely.updateTable('topic_link').set({ audited_at: null }).execute()
	await detect('audit-topics')
	expect(await open()).toMatchObject({ items: [{ author: 'Paul' }] })
})
