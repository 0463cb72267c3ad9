/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { NeedStore } from './need-store.ts'
import { ReplyStore } from './reply-store.ts'
import { ailleurs, amis, keepReplies, needId, publication } from './testing.ts'

describe('the replies of a need', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 0 })
	const replies = new ReplyStore(database)
	const publish = () => needs.put(amis, needId(1), publication(), { create: true })
	const said = (...ids: number[]) => keepReplies(database.kysely, Object.fromEntries(ids.map((id) => [id, { html: `<p>Réponse ${id}</p>` }])))

	async function changedSince(cursor: string | undefined) {
		const page = await replies.list(ailleurs, needId(1), cursor, 10)
		return { ids: page.items.map(({ id }) => id), ...page }
	}

	it('come once, then only those that are new, edited or deleted', async () => {
		await publish()
		await said(11, 12)
		const first = await changedSince(undefined)
		expect(first.ids).toEqual(['11', '12'])

		await keepReplies(database.kysely, { 11: { html: '<p>Corrigé</p>' }, 13: { html: '<p>Réponse 13</p>' } })
		const second = await changedSince(first.cursor)
		expect(second.ids).toEqual(['11', '13'])

		await keepReplies(database.kysely, { 12: { html: '<p>Retirée</p>', deleted: true } })
		const third = await changedSince(second.cursor)
		expect(third.items).toMatchObject([{ id: '12', author: '', html: '', createdAt: '2026-02-01T10:00:00.000Z', deleted: true }])
		expect(await changedSince(third.cursor)).toMatchObject({ ids: [], items: [], cursor: third.cursor })
	})

	it('come page by page, even when many changed together', async () => {
		await publish()
		await said(1, 2, 3, 4, 5)
		const first = await replies.list(amis, needId(1), undefined, 3)
		const second = await replies.list(amis, needId(1), first.cursor, 3)

		expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
	})

	it('start again for a cursor that is not known any more', async () => {
		await publish()
		await said(1)
		const { cursor } = await changedSince(undefined)

		for (const unknown of ['x', 'other.1.1', cursor.replace(/\.\d+\./, '.999999.')]) {
			expect((await changedSince(unknown)).ids).toEqual(['1'])
		}
	})

	it('are shown only with a need that may be seen', async () => {
		await expect(replies.list(ailleurs, needId(1), undefined, 10)).rejects.toMatchObject({ id: 'not-found' })
	})
})
