/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../sandbox-forum/testing.ts'
import type { ForumCall } from './client.ts'

import { Registry } from 'prom-client'
import { expect, it, vi } from 'vitest'
import { forumUnderTest } from '../../sandbox-forum/testing.ts'
import { Priority } from '../platform/hints.ts'
import { withDatabase } from '../platform/testing.ts'
import { readFacts } from './categories.ts'
import { measureForum } from './forum-metrics.ts'
import { ForumGate } from './gate.ts'
import { ForumFailure } from './outcome.ts'
import { clientOf, failureOf } from './testing.ts'
import { readTopic, setTopicStatus } from './topics.ts'

const database = withDatabase()
const GET: ForumCall = { method: 'GET', path: '/about.json' }
const TURN = { priority: Priority.person, begun: true, probes: false }

/** Processes that share the database and call one forum; their waiting moves the clock. */
async function processes(options: { callsPerMinute?: number, url?: string, sleep?: () => Promise<void> } = {}) {
	const clock = { secondsAhead: 0 }
	const forum = await forumUnderTest()
	const process = () => {
		const gate = new ForumGate(database, {
			callsPerMinute: options.callsPerMinute ?? 600,
			clock,
			random: () => 0,
			sleep: options.sleep ?? (async (milliseconds) => {
				clock.secondsAhead += milliseconds / 1000
			}),
		})
		return { gate, client: clientOf({ url: options.url ?? forum.url }, { gate }) }
	}
	return { clock, forum, first: process(), second: process() }
}

function failing(forum: ForumUnderTest): void {
	forum.faults.set('gateway', { count: Infinity })
}

it.each(['rate-limit', 'rate-limit-address'] as const)('E55 asks the forum nothing more, from any process, for as long as %s says', async (fault) => {
	const { clock, forum, first, second } = await processes()
	forum.faults.set(fault, { count: 1, seconds: 42 })
	await failureOf(readFacts(first.client))
	clock.secondsAhead += 40
	expect(await failureOf(readFacts(second.client))).toMatchObject({ kind: 'postponed', because: 'busy', effect: 'did-not-happen', waitSeconds: 2 })
	clock.secondsAhead += 3
	expect((await readFacts(second.client)).version).not.toBe('')
})

it('waits longer each time that the forum is away, never more than five minutes, and starts afresh after an answer', async () => {
	const { clock, forum, first } = await processes()
	failing(forum)
	const waits: number[] = []
	for (let count = 0; count < 9; count++) {
		await failureOf(readFacts(first.client))
		const { pauseSeconds } = await first.gate.state.read()
		waits.push(Math.round(pauseSeconds))
		clock.secondsAhead += pauseSeconds + 1
	}
	expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
	forum.faults.clear()
	await readFacts(first.client)
	failing(forum)
	await failureOf(readFacts(first.client))
	expect(Math.round((await first.gate.state.read()).pauseSeconds)).toBe(5)
})

it('E59 counts one outage once, however many calls of however many processes meet it', async () => {
	const { clock, first, second, forum } = await processes()
	failing(forum)
	await Promise.all(Array.from({ length: 12 }, (_, index) => failureOf(readFacts((index % 2 ? first : second).client))))
	expect(Math.round((await first.gate.state.read()).pauseSeconds)).toBe(5)
	clock.secondsAhead += 6
	await failureOf(readFacts(second.client))
	expect(Math.round((await first.gate.state.read()).pauseSeconds)).toBe(10)
})

/** Waits a little, and leaves the clock where it is. */
function nap(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, 5)
	})
}

it('E59 tries a forum that was away with one call, of whatever process, and lets the others go on once it answers well', async () => {
	const { clock, first, second, forum } = await processes({ sleep: nap })
	const calls: string[] = []
	const count = (client: typeof first.client) => clientOf(forum, { gate: client === first.client ? first.gate : second.gate, afterCall: ({ path }) => calls.push(path) })
	const clients = [count(first.client), count(second.client), count(first.client).at(Priority.change), count(second.client).at(Priority.audit)]
	failing(forum)
	await failureOf(readFacts(first.client))
	for (const wait of [6, 11, 21]) {
		clock.secondsAhead += wait
		calls.length = 0
		const failures = await Promise.all(clients.map((client) => failureOf(readFacts(client))))
		expect(failures.map(({ kind }) => kind).sort()).toEqual(['away', 'postponed', 'postponed', 'postponed'])
		expect(calls).toHaveLength(1)
	}
	forum.faults.clear()
	clock.secondsAhead += 41
	calls.length = 0
	await Promise.all(clients.map((client) => readFacts(client)))
	expect(calls).toHaveLength(4)
})

it('E58 tries writing with one call after a forum was read-only, and reads meanwhile', async () => {
	const sleep = vi.fn(nap)
	const { clock, first, second } = await processes({ sleep })
	const PUT: ForumCall = { method: 'PUT', path: '/t/-/1.json' }
	await first.gate.leave(PUT, TURN, await first.gate.enter(PUT, TURN), new ForumFailure('PUT /t/-/1.json', { kind: 'read-only', effect: 'did-not-happen', status: 503 }))
	clock.secondsAhead += 6
	const trial = await first.gate.enter(PUT, TURN)
	await second.gate.enter(GET, TURN)
	sleep.mockClear()
	let isIn = false
	const waiting = second.gate.enter(PUT, TURN).then(() => isIn = true)
	await vi.waitFor(() => expect(sleep).toHaveBeenCalled())
	expect(isIn).toBe(false)
	await first.gate.leave(PUT, TURN, trial, null)
	expect(await waiting).toBe(true)
})

it('E59 tries again when the process that tried is gone', async () => {
	const { first, second, clock } = await processes()
	await first.gate.leave(GET, TURN, await first.gate.enter(GET, TURN), new ForumFailure('GET /about.json', { kind: 'away', effect: 'did-not-happen', status: null }))
	clock.secondsAhead += 6
	await first.gate.enter(GET, TURN)
	const before = clock.secondsAhead
	await second.gate.enter(GET, TURN)
	expect(clock.secondsAhead - before).toBeGreaterThan(30)
	expect(clock.secondsAhead - before).toBeLessThan(60)
})

it('learns nothing new from a call that was begun before the pause and fails after it', async () => {
	const { clock, first, second } = await processes()
	const failure = new ForumFailure('GET /about.json', { kind: 'away', effect: 'did-not-happen', status: null })
	const slow = await second.gate.enter(GET, TURN)
	await first.gate.leave(GET, TURN, await first.gate.enter(GET, TURN), failure)
	clock.secondsAhead += 6
	await second.gate.leave(GET, TURN, slow, failure)
	expect((await first.gate.state.read()).pauseSeconds).toBe(0)
	await first.gate.leave(GET, TURN, await first.gate.enter(GET, TURN), failure)
	expect(Math.round((await first.gate.state.read()).pauseSeconds)).toBe(10)
})

it('E58 reads a forum that is read-only and writes nothing to it', async () => {
	const { clock, forum, first, second } = await processes()
	forum.faults.set('read-only', { count: Infinity })
	expect((await failureOf(setTopicStatus(first.client, 1, 'closed', true))).kind).toBe('read-only')
	expect((await readFacts(second.client)).version).not.toBe('')
	expect(await failureOf(setTopicStatus(second.client, 1, 'closed', true))).toMatchObject({ kind: 'postponed', because: 'read-only' })
	forum.faults.clear()
	clock.secondsAhead += 6
	expect((await failureOf(setTopicStatus(second.client, 1, 'closed', true))).kind).not.toBe('postponed')
})

it('sends a look of low priority away before its first call, one after the other, and lets what is begun and people wait for their turn', async () => {
	const { first } = await processes({ callsPerMinute: 12 })
	const audit = first.client.at(Priority.audit)
	const change = first.client.at(Priority.change)
	await readTopic(audit, 1)
	await Promise.all(Array.from({ length: 3 }, () => readFacts(first.client)))
	const [late, later] = [await failureOf(readFacts(first.client.at(Priority.audit))), await failureOf(readFacts(first.client.at(Priority.audit)))]
	expect(late).toMatchObject({ kind: 'postponed', because: 'budget', effect: 'did-not-happen' })
	expect(later.waitSeconds).toBeGreaterThan(late.waitSeconds ?? Infinity)
	await readTopic(audit, 1)
	await readTopic(first.client.at(Priority.person), 1)
	expect((await failureOf(readFacts(change))).kind).toBe('postponed')
})

it('lets callers through in the order in which they came', async () => {
	const { first } = await processes({ callsPerMinute: 2 })
	const order: number[] = []
	await Promise.all([1, 2, 3, 4].map(async (caller) => {
		await first.gate.enter(GET, TURN)
		order.push(caller)
	}))
	expect(order).toEqual([1, 2, 3, 4])
})

it('refuses who waits and who comes once it has ended', async () => {
	const gate = new ForumGate(database, { callsPerMinute: 1 })
	await gate.enter(GET, TURN)
	const waiting = gate.enter(GET, TURN)
	const refused = expect(waiting).rejects.toThrow('postponed')
	gate.end()
	await refused
	await expect(gate.enter(GET, TURN)).rejects.toThrow('postponed')
})

it('says how calls ended and what may be asked now in the metrics', async () => {
	const { forum, first } = await processes({ callsPerMinute: 30 })
	const registry = new Registry()
	measureForum(registry, first.gate)
	await readTopic(first.client.at(Priority.change), 1)
	forum.faults.set('rate-limit', { count: 1, seconds: 60 })
	await failureOf(readFacts(first.client))
	await failureOf(readFacts(first.client))
	await first.gate.close({ kind: 'key-refused' })
	const text = await registry.metrics()
	expect(text).toContain('emancipasso_forum_calls_total{outcome="not-found",priority="change"} 1')
	expect(text).toContain('emancipasso_forum_calls_total{outcome="busy",priority="person"} 1')
	expect(text).toContain('emancipasso_forum_calls_total{outcome="postponed",priority="person"} 1')
	expect(text).toMatch(/emancipasso_forum_tokens [34]\./)
	expect(text).toMatch(/emancipasso_forum_pause_seconds\{reason="busy"\} (59|60)/)
	expect(text).toContain('emancipasso_forum_pause_seconds{reason="away"} 0')
	expect(text).toContain('emancipasso_forum_access_refused 1')
})
