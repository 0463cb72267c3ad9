/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumUnderTest } from '../../../sandbox-forum/testing.ts'
import type { CallGate } from '../../forum/call-gate.ts'
import type { Database } from '../../platform/database.ts'

import { ForumClient } from '../../forum/client.ts'
import { ForumGate } from '../../forum/gate.ts'
import { HintQueue } from '../../platform/hint-queue.ts'
import { ForumFactsCache } from '../forum-facts.ts'
import { createLook } from '../look.ts'
import { RENDERING } from '../testing.ts'
import { ForumAccess } from '../trouble/access.ts'

/** Few enough that looks have to wait for their turn. */
export const CALLS_PER_MINUTE = 20

/** Errors that a look may end with; anything else is a fault of the connector. */
const EXPECTED = /killed|Another worker|changed by somebody else/

/** A connector that looks at what is due, and that can be killed at any call to the forum. */
export interface ConnectorProcess {
	/** Looks at all that is due. A process that is killed meanwhile does nothing more, not even in the database. */
	drain(): Promise<void>
	/** Kills the process at the n-th call from now: before it is made, or after the forum did it. */
	killAt(call: number, when: 'before' | 'after'): void
	readonly isKilled: boolean
	/** Calls that would change the forum, so far. */
	readonly writes: string[]
	/** What no look may end with. */
	readonly faults: unknown[]
}

/**
 * Starts a process.
 *
 * @param database shared with the processes before and after it
 * @param forum that it keeps in step
 * @param clock of hints and pauses
 * @param clock.secondsAhead of the database's
 * @param pass lets time pass instead of waiting
 */
export function connectorProcess(database: Database, forum: ForumUnderTest, clock: { readonly secondsAhead: number }, pass: (seconds: number) => void): ConnectorProcess {
	const kill: { at: number, when: 'before' | 'after', done: boolean } = { at: Infinity, when: 'before', done: false }
	let calls = 0
	const writes: string[] = []
	const faults: unknown[] = []
	const own = killable(database, () => kill.done)
	const gate = new ForumGate(own, { callsPerMinute: CALLS_PER_MINUTE, clock, sleep: async (milliseconds) => pass(milliseconds / 1000), random: () => 0 })
	const die = (when: 'before' | 'after') => {
		kill.done ||= calls >= kill.at && kill.when === when
		if (kill.done) {
			throw new Error('killed')
		}
	}
	const mortal: CallGate = {
		enter: async (call, turn) => {
			calls++
			die('before')
			if (call.method !== 'GET') {
				writes.push(`${call.method} ${call.path}`)
			}
			return await gate.enter(call, turn)
		},
		leave: (...end) => gate.leave(...end),
	}
	const client = new ForumClient({ url: forum.url, apiKey: 'sandbox-api-key', apiUsername: 'emancipasso', gate: mortal, timeoutMs: 2000, afterCall: () => die('after') })
	const queue = new HintQueue(own, {
		look: createLook({
			database: own,
			client,
			facts: new ForumFactsCache(client),
			gate,
			access: new ForumAccess({ database: own, client, gate, categories: RENDERING.categories, log: { warn: () => {}, error: () => {} }, now: () => Date.now() + clock.secondsAhead * 1000 }),
			rendering: RENDERING,
		}),
		onFailure: (error) => {
			if (!EXPECTED.test(String(error))) {
				faults.push(error)
			}
		},
		clock,
	})
	return {
		drain: async () => {
			try {
				await queue.drain()
			} catch (error) {
				if (!kill.done) {
					throw error
				}
			}
		},
		killAt: (call, when) => Object.assign(kill, { at: calls + call, when }),
		get isKilled() {
			return kill.done
		},
		writes,
		faults,
	}
}

function killable(database: Database, isKilled: () => boolean): Database {
	return {
		kind: database.kind,
		kysely: database.kysely.withPlugin({
			transformQuery: ({ node }) => {
				if (isKilled()) {
					throw new Error('killed')
				}
				return node
			},
			transformResult: async ({ result }) => result,
		}),
		listen: (channel, onNotification) => database.listen(channel, onNotification),
		close: async () => {},
	}
}
