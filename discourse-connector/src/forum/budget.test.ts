/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Turn, Wish } from './gate-store.ts'

import { afterAll, describe, expect, it } from 'vitest'
import { openServer } from '../platform/database-server.ts'
import { Priority } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { budgetOf } from './budget.ts'
import { GateStore } from './gate-store.ts'

/** The time that passes by itself while a test runs is little beside the minutes that it moves the clock. */
const SLACK_SECONDS = 0.002

const database = withDatabase()

describe('the budget of calls', () => {
	const clock = { secondsAhead: 0 }
	const closers: (() => Promise<void>)[] = []

	afterAll(async () => {
		await Promise.all(closers.map((close) => close()))
	})

	function wish(priority: Wish['priority'], begun = true): Wish {
		return { priority, begun, writes: false, probes: false }
	}

	/** What several processes would use: on a server, each has connections of its own. */
	async function replicas(callsPerMinute: number, count = 3): Promise<GateStore[]> {
		clock.secondsAhead = 0
		const stores: GateStore[] = []
		for (let replica = 0; replica < count; replica++) {
			const connection = database.url === undefined ? database : await openServer(database.url)
			if (connection !== database) {
				closers.push(connection.close)
			}
			stores.push(new GateStore(connection, budgetOf(callsPerMinute), clock))
		}
		return stores
	}

	/** Lets takers take whenever they may, in simulated time, and tells when each call was let through. */
	async function simulate(minutes: number, takers: { store: GateStore, wish: Wish }[]): Promise<{ at: number, priority: number }[]> {
		const granted: { at: number, priority: number }[] = []
		const due = takers.map(() => 0)
		while (clock.secondsAhead < minutes * 60) {
			const ready = takers.flatMap((taker, index) => (due[index] ?? 0) <= clock.secondsAhead ? [{ ...taker, index }] : [])
			const turns = await Promise.all(ready.map(async ({ store, wish: wanted, index }): Promise<[number, Turn]> => [index, await store.take(wanted)]))
			for (const [index, turn] of turns) {
				if (turn.granted) {
					granted.push({ at: turn.at / 1e6, priority: takers[index]?.wish.priority ?? 0 })
				} else {
					due[index] = clock.secondsAhead + turn.waitSeconds + SLACK_SECONDS
				}
			}
			clock.secondsAhead = Math.max(clock.secondsAhead, Math.min(...due))
		}
		return granted
	}

	function mostInAMinute(calls: readonly { at: number }[]): number {
		const times = calls.map(({ at }) => at).sort((a, b) => a - b)
		return Math.max(0, ...times.map((start, index) => times.slice(index).filter((time) => time <= start + 60).length))
	}

	it.each([1, 2, 7, 30])('lets no more than %i through in any minute, wherever it begins, however many processes take at once', async (limit) => {
		const stores = await replicas(limit)
		const takers = [Priority.person, Priority.change, Priority.audit].flatMap((priority) => stores.map((store, index) => ({ store, wish: wish(priority, index > 0) })))
		const minutes = limit < 10 ? 4 : 2
		const calls = await simulate(minutes, takers)
		expect(mostInAMinute(calls)).toBeLessThanOrEqual(limit)
		expect(calls.length).toBeGreaterThanOrEqual(Math.floor(minutes * (limit - budgetOf(limit).burst + 0.9)))
	})

	it('lets a burst through at once after a quiet time, and no more than the limit in the minute around it', async () => {
		const [store] = await replicas(30, 1)
		const takers = store === undefined ? [] : [{ store, wish: wish(Priority.person) }]
		const calls = await simulate(1, takers)
		clock.secondsAhead += 600
		const first = clock.secondsAhead
		const after = await simulate((first + 90) / 60, takers)
		expect(after.filter(({ at }) => at < (after[0]?.at ?? 0) + 1).length).toBeGreaterThanOrEqual(5)
		expect(mostInAMinute([...calls, ...after])).toBeLessThanOrEqual(30)
	})

	it('lets people through first, and still starves nobody', async () => {
		const [store] = await replicas(30, 1)
		const takers = store === undefined ? [] : [Priority.audit, Priority.detection, Priority.change, Priority.person].map((priority) => ({ store, wish: wish(priority, false) }))
		const calls = await simulate(8, takers)
		const of = (priority: number) => calls.filter((call) => call.priority === priority).length / calls.length
		expect(of(Priority.person)).toBeGreaterThan(0.55)
		expect(of(Priority.change)).toBeGreaterThan(0.15)
		expect(of(Priority.detection)).toBeGreaterThan(0.07)
		expect(of(Priority.audit)).toBeGreaterThan(0.03)
		expect(of(Priority.change)).toBeGreaterThan(of(Priority.detection))
		expect(of(Priority.detection)).toBeGreaterThan(of(Priority.audit))
	})

	it('gives what nobody else wants to who wants it', async () => {
		const [store] = await replicas(30, 1)
		const calls = await simulate(3, store === undefined ? [] : [{ store, wish: wish(Priority.audit, false) }])
		expect(calls.length).toBeGreaterThan(3 * 24)
	})

	it('keeps tokens for a person while changes take all that they may', async () => {
		const [store] = await replicas(30, 1)
		if (store === undefined) {
			return
		}
		await simulate(3, [{ store, wish: wish(Priority.change, false) }])
		const first = await store.take(wish(Priority.person))
		// What comes back meanwhile is theirs before it is anybody else's.
		clock.secondsAhead += 3
		const second = await store.take(wish(Priority.person))
		expect([first.granted, second.granted]).toEqual([true, true])
	})

	it('goes on when the clock of the database is set back', async () => {
		const [store] = await replicas(30, 1)
		clock.secondsAhead = 86_400
		await simulate(1441, store === undefined ? [] : [{ store, wish: wish(Priority.person) }])
		clock.secondsAhead = 0
		const calls = await simulate(2, store === undefined ? [] : [{ store, wish: wish(Priority.person) }])
		expect(calls.length).toBeGreaterThan(30)
	})
})
