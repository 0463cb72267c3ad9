/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { holdNeed, releaseNeed } from './need-release.ts'
import { NeedStore } from './need-store.ts'
import { recordOf } from './tables.ts'
import { ailleurs, amis, hints, needId, publication, voisins } from './testing.ts'

describe('a need', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 5, heldPublications: 0 })
	const create = { create: true } as const

	it('is published once, however often the call is repeated', async () => {
		const both = await Promise.all([1, 2, 3].map(() => needs.put(amis, needId(1), publication(), create)))

		expect(both.filter(({ created }) => created)).toHaveLength(1)
		expect(both.map(({ need }) => need)).toEqual(Array.from({ length: 3 }, () => both[0]?.need))
		expect(both[0]?.need).toMatchObject({ revision: 1, status: 'published', mine: true, link: { state: 'queued' }, supports: { total: 0, own: false }, replyCount: 0 })
		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'published' })
	})

	it('is not replaced by another one under the same id', async () => {
		await needs.put(amis, needId(1), publication(), create)

		await expect(needs.put(amis, needId(1), publication({ title: 'Un autre besoin' }), create)).rejects.toMatchObject({ id: 'stale' })
		await expect(needs.put(ailleurs, needId(1), publication(), create)).rejects.toMatchObject({ id: 'not-found' })
		await expect(needs.put(voisins, needId(1), publication(), create)).rejects.toMatchObject({ id: 'not-found' })
	})

	it('is corrected by who has read it, and keeps what it said before', async () => {
		await needs.put(amis, needId(1), publication(), create)
		const { need } = await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })

		expect(need).toMatchObject({ revision: 2, publication: { title: 'Un agenda libre' } })
		expect(await database.kysely.selectFrom('need_history').select(['revision', 'reason', 'publication', 'member_id']).execute())
			.toEqual([{ revision: 1, reason: 'corrected', publication: publication(), member_id: 'member-jeanne' }])
		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'corrected' })
	})

	it('is not corrected by who has read an older state', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })

		await expect(needs.put(amis, needId(1), publication({ title: 'Autre chose encore' }), { revision: 1 })).rejects.toMatchObject({ id: 'stale' })
	})

	it('takes a repeated correction for the same one', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })

		expect(await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })).toMatchObject({ created: false, need: { revision: 2 } })
	})

	it('takes one of two corrections made at the same time', async () => {
		await needs.put(amis, needId(1), publication(), create)
		const results = await Promise.allSettled(['Un agenda libre', 'Un calendrier libre'].map((title) => needs.put(amis, needId(1), publication({ title }), { revision: 1 })))

		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(await needs.read(amis, needId(1))).toMatchObject({ revision: 2 })
	})

	it('cannot be corrected or withdrawn by another organisation, nor by another cloud', async () => {
		await needs.put(amis, needId(1), publication(), create)

		for (const other of [voisins, ailleurs, { ...ailleurs, organisation: amis.organisation }]) {
			await expect(needs.put(other, needId(1), publication({ title: 'Détourné par un autre' }), { revision: 1 })).rejects.toMatchObject({ id: 'not-found' })
			await expect(needs.withdraw(other, needId(1))).rejects.toMatchObject({ id: 'not-found' })
			expect(await needs.read(other, needId(1))).toMatchObject({ mine: false, publication: { title: publication().title } })
		}
	})

	it('stays readable once withdrawn, and changes no more', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await needs.withdraw(amis, needId(1))

		expect(await needs.withdraw(amis, needId(1))).toMatchObject({ status: 'withdrawn', revision: 2 })
		expect(await needs.read(ailleurs, needId(1))).toMatchObject({ status: 'withdrawn' })
		await expect(needs.put(amis, needId(1), publication({ title: 'Trop tard pour cela' }), { revision: 2 })).rejects.toMatchObject({ id: 'withdrawn' })
		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'withdrawn' })
	})

	it('says of its link in words what went wrong, and in one word which trouble that is', async () => {
		await needs.put(amis, needId(1), publication(), create)
		await database.kysely.insertInto('topic_link').values({ record_id: recordOf(needId(1)), need_id: needId(1), state: 'linked', problem: JSON.stringify({ fr: 'Le forum garde sa version.', en: 'The forum keeps its version.' }), problem_kind: 'conflict' }).execute()

		expect((await needs.read(amis, needId(1))).link).toEqual({ state: 'linked', problem: { fr: 'Le forum garde sa version.', en: 'The forum keeps its version.' }, problemKind: 'conflict' })
	})

	it('leaves no trace when it is refused', async () => {
		await expect(needs.withdraw(amis, needId(1))).rejects.toMatchObject({ id: 'not-found' })

		expect(await hints(database.kysely)).toEqual({})
		expect(await database.kysely.selectFrom('change').selectAll().execute()).toEqual([])
	})

	it('is one of so many that an organisation publishes in a day, even all at once', async () => {
		const all = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((number) => needs.put(amis, needId(number), publication(), create)))
		const refused = all.flatMap((result) => result.status === 'rejected' ? [result.reason] : [])

		expect(refused).toHaveLength(2)
		expect(refused[0]).toMatchObject({ id: 'too-many-publications', headers: { 'Retry-After': expect.stringMatching(/^86\d{3}$/) } })
		expect(await needs.put(voisins, needId(8), publication(), create)).toMatchObject({ created: true })
		const published = all.findIndex(({ status }) => status === 'fulfilled') + 1
		expect(await needs.put(amis, needId(published), publication(), create)).toMatchObject({ created: false })
	})
})

describe('the first needs of a cloud', () => {
	const database = withDatabase()
	const needs = new NeedStore(database, { publicationsPerDay: 50, heldPublications: 3 })
	const publish = (caller: typeof amis, number: number) => needs.put(caller, needId(number), publication(), { create: true })

	it('wait for the operator, in words, and nobody else sees them', async () => {
		const { need } = await publish(amis, 1)

		expect(need).toMatchObject({ status: 'held', link: { state: 'none' } })
		expect(need.statusNote?.fr).toMatch(/relues/)
		for (const other of [voisins, ailleurs, { instance: amis.instance, organisation: undefined }]) {
			await expect(needs.read(other, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		}
	})

	it('go on waiting until three were released, then others need not', async () => {
		for (const number of [1, 2, 3, 4]) {
			expect((await publish(amis, number)).need.status).toBe('held')
		}
		for (const number of [1, 2, 3]) {
			expect(await releaseNeed(database, needId(number))).toBe('done')
		}
		expect((await publish(voisins, 5)).need.status).toBe('published')
		expect((await needs.read(amis, needId(4))).status).toBe('held')
		expect((await publish(ailleurs, 6)).need.status).toBe('held')
		const released = await needs.read(ailleurs, needId(1))
		expect(released).toMatchObject({ status: 'published', link: { state: 'queued' } })
		expect(released).not.toHaveProperty('statusNote')
	})

	it('can be corrected and withdrawn while they wait, without ever having been public', async () => {
		await publish(amis, 1)
		await needs.put(amis, needId(1), publication({ title: 'Un agenda libre' }), { revision: 1 })
		await needs.withdraw(amis, needId(1))

		await expect(needs.read(ailleurs, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect(await releaseNeed(database, needId(1))).toBe('withdrawn')
	})

	it('stay out of view when their author withdraws what the operator took back', async () => {
		await publish(amis, 1)
		await releaseNeed(database, needId(1))
		await holdNeed(database, needId(1))
		await needs.withdraw(amis, needId(1))

		await expect(needs.read(ailleurs, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect((await needs.read(amis, needId(1))).status).toBe('withdrawn')
	})

	it('can be taken out of view again, and the synchronisation is told', async () => {
		await publish(amis, 1)
		await releaseNeed(database, needId(1))
		expect(await holdNeed(database, needId(1))).toBe('done')

		expect(await hints(database.kysely)).toEqual({ [recordOf(needId(1))]: 'held by the operator' })
		await expect(needs.read(ailleurs, needId(1))).rejects.toMatchObject({ id: 'not-found' })
		expect((await needs.read(amis, needId(1))).statusNote?.en).toMatch(/taken this need out of view/)
		expect(await holdNeed(database, needId(1))).toBe('unchanged')
		expect(await holdNeed(database, needId(9))).toBe('unknown')
	})
})
