/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { withDatabase } from '../platform/testing.ts'
import { ChangeFeed, noteChanges } from './change-feed.ts'
import { holdNeed, releaseNeed } from './need-release.ts'
import { NeedStore } from './need-store.ts'
import { SupportStore } from './support-store.ts'
import { ailleurs, amis, needId, publication } from './testing.ts'

describe('the feed of changes', () => {
	const database = withDatabase()
	const feed = new ChangeFeed(database)
	const needs = new NeedStore(database, { publicationsPerDay: 500, heldPublications: 0 })
	const publish = (number: number) => needs.put(amis, needId(number), publication(), { create: true })

	it('tells each changed record once, the newest change last', async () => {
		await publish(1)
		await publish(2)
		await new SupportStore(database).support(ailleurs, needId(1))
		const { items, cursor } = await feed.read('instance-brest', undefined, 10)

		expect(items.map(({ kind, id }) => [kind, id])).toEqual([['need', needId(2)], ['need', needId(1)]])
		expect(await feed.read('instance-brest', cursor, 10)).toEqual({ items: [], cursor })
		await publish(3)
		expect((await feed.read('instance-brest', cursor, 10)).items.map(({ id }) => id)).toEqual([needId(3)])
	})

	it('is read page by page without loss', async () => {
		for (const number of [1, 2, 3, 4, 5]) {
			await publish(number)
		}
		const seen: string[] = []
		let cursor: string | undefined
		for (let page = 0; page < 4; page++) {
			const read = await feed.read('instance-brest', cursor, 2)
			seen.push(...read.items.map(({ id }) => id))
			cursor = read.cursor
		}
		expect(seen).toEqual([1, 2, 3, 4, 5].map(needId))
	})

	it('misses nothing while many change at once', async () => {
		const writers = Promise.all(Array.from({ length: 30 }, (_, number) => publish(number + 1)))
		const seen = new Set<string>()
		let cursor: string | undefined
		let written = false
		void writers.then(() => {
			written = true
		})
		for (let last = false; !last;) {
			last = written
			const read = await feed.read('instance-brest', cursor, 7)
			read.items.forEach(({ id }) => seen.add(id))
			cursor = read.cursor
			last &&= read.items.length === 0
		}
		await writers
		expect(seen.size).toBe(30)
	})

	it('waits for a change that began before another was committed', async () => {
		await publish(1)
		await publish(2)
		const { cursor } = await feed.read('instance-brest', undefined, 10)
		const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
		const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
		const first = database.kysely.transaction().execute(async (transaction) => {
			await noteChanges(transaction, 'replies', [needId(1)])
			begin()
			await mayEnd
		})
		await begun
		const second = database.kysely.transaction().execute((transaction) => noteChanges(transaction, 'replies', [needId(2)]))
		end()
		await Promise.all([first, second])

		const { items } = await feed.read('instance-brest', cursor, 10)
		expect(items.map(({ id }) => id)).toEqual([needId(1), needId(2)])
	})

	it('does not tell other clouds of what waits for the operator', async () => {
		const waiting = new NeedStore(database, { publicationsPerDay: 5, heldPublications: 1 })
		await waiting.put(amis, needId(1), publication(), { create: true })

		expect((await feed.read('instance-brest', undefined, 10)).items).toEqual([])
		expect((await feed.read(amis.instance, undefined, 10)).items).toHaveLength(1)
		const { cursor } = await feed.read('instance-brest', undefined, 10)
		await releaseNeed(database, needId(1))
		expect((await feed.read('instance-brest', cursor, 10)).items).toHaveLength(1)
	})

	it('tells other clouds that a need which they may have shown was taken out of view', async () => {
		await publish(1)
		const { cursor } = await feed.read('instance-brest', undefined, 10)
		await holdNeed(database, needId(1))
		expect((await feed.read('instance-brest', cursor, 10)).items.map(({ id }) => id)).toEqual([needId(1)])
	})

	it('tells other clouds nothing of a need that was withdrawn before it was public', async () => {
		await new NeedStore(database, { publicationsPerDay: 5, heldPublications: 1 }).put(amis, needId(1), publication(), { create: true })
		await new NeedStore(database, { publicationsPerDay: 5, heldPublications: 1 }).withdraw(amis, needId(1))
		expect((await feed.read('instance-brest', undefined, 10)).items).toEqual([])
	})

	it('does not know a cursor from the future, of another feed, or made up', async () => {
		await publish(1)
		const { cursor } = await feed.read('instance-brest', undefined, 10)
		const [name, position] = cursor.split('.')

		for (const unknown of [`${name}.${Number(position) + 1}`, `other.${position}`, 'start.1', 'x', '', `${name}.-1`, `${name}.1e3`, '\u0000']) {
			await expect(feed.read('instance-brest', unknown, 10)).rejects.toMatchObject({ id: 'unknown-cursor', status: 410 })
		}
	})

	it('gives a cursor that stays good even before anything was published', async () => {
		const { items, cursor } = await feed.read('instance-brest', undefined, 10)
		expect(items).toEqual([])
		await publish(1)
		expect((await feed.read('instance-brest', cursor, 10)).items).toHaveLength(1)
	})
})
