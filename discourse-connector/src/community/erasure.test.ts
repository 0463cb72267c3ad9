/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { ChangeFeed } from './change-feed.ts'
import { eraseNeed } from './erase-need.ts'
import { eraseMember, eraseOrganisation } from './erasure.ts'
import { NeedStore } from './need-store.ts'
import { SupportStore } from './support-store.ts'
import { recordOf } from './tables.ts'
import { ailleurs, amis, hints, keepReplies, needId, publication, voisins } from './testing.ts'

describe('erasing', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 0 })
	const supports = new SupportStore(database)
	const create = { create: true } as const

	// Everything that the tables of the community say, as one text.
	async function everything(): Promise<string> {
		const tables = ['need', 'need_history', 'support', 'reply', 'change', 'topic_link'] as const
		const rows = await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(database.kysely)))
		return JSON.stringify(rows.map((result) => result.rows))
	}

	it('an organisation takes its texts, their history, the copies of replies and its supports away', async () => {
		await needs.put(amis, needId(1), publication({ title: 'SECRET un' }), create)
		await needs.put(amis, needId(1), publication({ title: 'SECRET deux' }), { revision: 1 })
		await needs.put(ailleurs, needId(2), publication({ title: 'Celui d’ailleurs' }), create)
		await supports.support(amis, needId(2))
		await supports.support(ailleurs, needId(1))
		await keepReplies(database.kysely, { 7: { html: '<p>SECRET</p>' } })
		const { cursor } = await new ChangeFeed(database).read('instance-brest', undefined, 10)

		expect(await eraseOrganisation(database, amis.instance, amis.organisation)).toMatchObject({ needs: 1, supports: 1 })

		expect(await everything()).not.toContain('SECRET')
		expect(await everything()).not.toContain('jeanne')
		await expect(needs.read(amis, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect(await needs.read(ailleurs, needId(2))).toMatchObject({ supports: { total: 0 }, publication: { title: 'Celui d’ailleurs' } })
		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'erased', [recordOf(needId(2))]: 'a supporter was erased' })
		expect((await new ChangeFeed(database).read('instance-brest', cursor, 10)).items.map(({ id }) => id)).toEqual([needId(1), needId(2)])
	})

	it('one need takes its texts, their history, the copies of its replies and its supporters away, and nothing of the others', async () => {
		await needs.put(amis, needId(1), publication({ title: 'SECRET un' }), create)
		await needs.put(amis, needId(1), publication({ title: 'SECRET deux' }), { revision: 1 })
		await needs.put(amis, needId(2), publication({ title: 'Celui qui reste' }), create)
		await supports.support(ailleurs, needId(1))
		await keepReplies(database.kysely, { 7: { html: '<p>SECRET</p>' } })
		await keepReplies(database.kysely, { 8: { html: '<p>Une réponse qui reste</p>' } }, needId(2))
		const { cursor } = await new ChangeFeed(database).read(ailleurs.instance, undefined, 10)

		expect(await eraseNeed(database, amis, needId(1))).toEqual({ topic: 'waiting' })

		const left = await everything()
		expect(left).not.toMatch(/SECRET|ailleurs/)
		expect(left).toContain('Celui qui reste')
		expect(left).toContain('Une réponse qui reste')
		await expect(needs.read(amis, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect(await hints(database.kysely)).toMatchObject({ [recordOf(needId(1))]: 'erased', [recordOf(needId(2))]: 'published' })
		expect((await new ChangeFeed(database).read(ailleurs.instance, cursor, 10)).items.map(({ id }) => id)).toEqual([needId(1)])
	})

	it('one need again does nothing more, and its id is never used again', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await eraseNeed(database, amis, needId(1))
		const after = await everything()

		expect(await eraseNeed(database, amis, needId(1))).toEqual({ topic: 'waiting' })
		expect(await everything()).toBe(after)
		await expect(needs.put(amis, needId(1), publication(), create)).rejects.toMatchObject({ id: 'not-found' })
	})

	it('one need of another organisation, of another cloud or that never was is not found', async () => {
		await needs.put(amis, needId(1), publication(), create)

		for (const [caller, uuid] of [[voisins, needId(1)], [{ ...amis, instance: 'instance-brest' }, needId(1)], [amis, needId(2)]] as const) {
			await expect(eraseNeed(database, caller, uuid)).rejects.toMatchObject({ id: 'not-found' })
		}
		expect(await needs.read(amis, needId(1))).toMatchObject({ status: 'published' })
	})

	it('one need that still waited for review has nothing to erase on the forum', async () => {
		const reviewed = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 5 })
		await reviewed.put(amis, needId(1), publication(), create)
		await reviewed.put(amis, needId(2), publication(), create)
		await reviewed.withdraw(amis, needId(2))

		expect(await eraseNeed(database, amis, needId(1))).toEqual({ topic: 'none' })
		expect(await eraseNeed(database, amis, needId(2))).toEqual({ topic: 'none' })
	})

	it('an organisation again does nothing more', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await eraseOrganisation(database, amis.instance, amis.organisation)

		expect(await eraseOrganisation(database, amis.instance, amis.organisation)).toMatchObject({ needs: 0, supports: 0 })
	})

	it('an organisation ends its ids: none is published under them again', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await eraseOrganisation(database, amis.instance, amis.organisation)

		await expect(needs.put(amis, needId(1), publication(), create)).rejects.toMatchObject({ id: 'not-found' })
		await expect(needs.put(ailleurs, needId(1), publication(), create)).rejects.toMatchObject({ id: 'not-found' })
	})

	it('leaves alone an organisation that another cloud, or another organisation’s member, calls the same', async () => {
		await needs.put(amis, needId(1), publication(), create)

		expect(await eraseOrganisation(database, 'instance-brest', amis.organisation)).toMatchObject({ needs: 0, supports: 0 })
		expect(await eraseMember(database, 'instance-brest', 'member-jeanne')).toEqual({ needs: 0, answers: 0 })
		expect(await everything()).toContain('jeanne')
	})

	it('a member leaves the needs, without the trace of who wrote them', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await needs.put({ ...amis, member: 'member-louise' }, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })
		await needs.put({ ...amis, member: 'member-louise' }, needId(1), publication({ title: 'Un agenda très libre' }), { revision: 2 })
		await needs.put(voisins, needId(2), publication(), create)
		await supports.support({ ...amis, member: 'member-louise' }, needId(2))

		expect(await eraseMember(database, amis.instance, 'member-louise')).toEqual({ needs: 1, answers: 0 })
		expect(await everything()).not.toContain('louise')
		expect(await needs.read(amis, needId(1))).toMatchObject({ publication: { title: 'Un agenda très libre' } })
		expect((await needs.read(amis, needId(2))).supports).toEqual({ total: 1, own: true })
	})
})
