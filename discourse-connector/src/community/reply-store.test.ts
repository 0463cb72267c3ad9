/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumReply } from './reply-store.ts'

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { ChangeFeed } from './change-feed.ts'
import { NeedStore } from './need-store.ts'
import { ReplyStore, saveReplies } from './reply-store.ts'
import { ailleurs, amis, needId, publication } from './testing.ts'

describe('the replies of a need', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 0 })
	const replies = new ReplyStore(database)
	const at = new Date('2026-02-01T10:00:00Z')

	function reply(id: number, changes: Partial<ForumReply> = {}): ForumReply {
		return { id, author: 'marie', html: `<p>Réponse ${id}</p>`, createdAt: at, updatedAt: at, deleted: false, ...changes }
	}

	async function save(...read: ForumReply[]): Promise<number> {
		return await database.kysely.transaction().execute((transaction) => saveReplies(transaction, needId(1), read))
	}

	async function changedSince(cursor: string | undefined) {
		const page = await replies.list(ailleurs, needId(1), cursor, 10)
		return { ids: page.items.map(({ id }) => id), ...page }
	}

	it('come once, then only those that are new, edited or deleted', async () => {
		await needs.put(amis, needId(1), publication(), { create: true })
		expect(await save(reply(11), reply(12))).toBe(2)
		const first = await changedSince(undefined)
		expect(first.ids).toEqual(['11', '12'])

		expect(await save(reply(11, { html: '<p>Corrigé</p>', updatedAt: new Date('2026-02-02T10:00:00Z') }), reply(12), reply(13))).toBe(2)
		const second = await changedSince(first.cursor)
		expect(second.ids).toEqual(['11', '13'])

		await save(reply(12, { deleted: true }))
		const third = await changedSince(second.cursor)
		expect(third.items).toEqual([{ id: '12', author: '', html: '', createdAt: at.toISOString(), updatedAt: at.toISOString(), deleted: true }])
		expect((await changedSince(third.cursor)).ids).toEqual([])
		expect((await needs.read(ailleurs, needId(1))).replyCount).toBe(2)
	})

	it('come page by page, even when many changed together', async () => {
		await needs.put(amis, needId(1), publication(), { create: true })
		await save(...[1, 2, 3, 4, 5].map((id) => reply(id)))
		const first = await replies.list(amis, needId(1), undefined, 3)
		const second = await replies.list(amis, needId(1), first.cursor, 3)

		expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
	})

	it('cost nothing and tell nobody when nothing changed', async () => {
		await needs.put(amis, needId(1), publication(), { create: true })
		await save(reply(1))
		const { cursor } = await new ChangeFeed(database).read('instance-brest', undefined, 10)

		expect(await save(reply(1))).toBe(0)
		expect((await new ChangeFeed(database).read('instance-brest', cursor, 10)).items).toEqual([])
		await save(reply(2))
		expect((await new ChangeFeed(database).read('instance-brest', cursor, 10)).items).toMatchObject([{ kind: 'replies', id: needId(1) }])
	})

	it('start again for a cursor that is not known any more', async () => {
		await needs.put(amis, needId(1), publication(), { create: true })
		await save(reply(1))
		const { cursor } = await changedSince(undefined)

		for (const unknown of ['x', 'other.1.1', cursor.replace(/\.\d+\./, '.999999.')]) {
			expect((await changedSince(unknown)).ids).toEqual(['1'])
		}
	})

	it('are shown only with a need that may be seen', async () => {
		await expect(replies.list(ailleurs, needId(1), undefined, 10)).rejects.toMatchObject({ id: 'not-found' })
	})
})
