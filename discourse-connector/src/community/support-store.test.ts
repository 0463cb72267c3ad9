/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { NeedStore } from './need-store.ts'
import { SupportStore } from './support-store.ts'
import { recordOf } from './tables.ts'
import { ailleurs, amis, hints, needId, publication, voisins } from './testing.ts'

describe('the support of an organisation', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 0 })
	const supports = new SupportStore(database)
	const publish = () => needs.put(amis, needId(1), publication(), { create: true })

	it('counts once for each organisation, whoever of its members says it and however often', async () => {
		await publish()
		await Promise.all([supports.support(voisins, needId(1)), supports.support({ ...voisins, member: 'member-other' }, needId(1)), supports.support(ailleurs, needId(1))])

		expect((await needs.read(voisins, needId(1))).supports).toEqual({ total: 2, own: true })
		expect((await needs.read(amis, needId(1))).supports).toEqual({ total: 2, own: false })
		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'supported' })
	})

	it('tells apart two clouds that call their organisations the same', async () => {
		await publish()
		await supports.support({ ...voisins, organisation: 'organisation-same' }, needId(1))
		await supports.support({ ...ailleurs, organisation: 'organisation-same' }, needId(1))

		expect((await needs.read(amis, needId(1))).supports.total).toBe(2)
	})

	it('can be taken back, once', async () => {
		await publish()
		await supports.support(voisins, needId(1))
		await supports.support(ailleurs, needId(1))

		expect((await supports.takeBack(voisins, needId(1))).supports).toEqual({ total: 1, own: false })
		expect((await supports.takeBack(voisins, needId(1))).supports).toEqual({ total: 1, own: false })
	})

	it('does not count for the organisation’s own need', async () => {
		await publish()

		expect((await supports.support(amis, needId(1))).supports).toEqual({ total: 0, own: false })
	})

	it('does not change the text’s revision, so a correction under way stays good', async () => {
		await publish()
		await supports.support(voisins, needId(1))

		expect(await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })).toMatchObject({ need: { revision: 2, supports: { total: 1 } } })
	})

	it('is not taken for what was withdrawn, or cannot be seen', async () => {
		const waiting = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 9 })
		await waiting.put(amis, needId(2), publication(), { create: true })
		await publish()
		await needs.withdraw(amis, needId(1))

		await expect(supports.support(voisins, needId(1))).rejects.toMatchObject({ id: 'withdrawn' })
		await expect(supports.support(voisins, needId(2))).rejects.toMatchObject({ id: 'not-found' })
		await expect(supports.takeBack(voisins, needId(2))).rejects.toMatchObject({ id: 'not-found' })
		await expect(supports.support(voisins, needId(3))).rejects.toMatchObject({ id: 'not-found' })
	})
})
