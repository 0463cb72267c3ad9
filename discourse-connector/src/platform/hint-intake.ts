/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'
import type { Hint } from './hints.ts'

import { leaveHints } from './hints.ts'

interface Waiting {
	hints: readonly Hint[]
	resolve: () => void
	reject: (error: unknown) => void
}

/**
 * Leaves hints that come from outside in great numbers: those that arrive while one statement is under way go together
 * into the next, so a burst of deliveries costs a few writes.
 *
 * @param database to leave them in
 * @return resolves once these hints are durable, rejects when they are not
 */
export function hintIntake(database: Database): (hints: readonly Hint[]) => Promise<void> {
	let waiting: Waiting[] = []
	let busy = false

	/** Writes what waits, until nothing waits any more. */
	async function flush(): Promise<void> {
		while (waiting.length > 0) {
			const batch = waiting
			waiting = []
			try {
				await leaveHints(database.kysely, batch.flatMap(({ hints }) => hints))
				batch.forEach(({ resolve }) => resolve())
			} catch (error) {
				batch.forEach(({ reject }) => reject(error))
			}
		}
		busy = false
	}

	return (hints) => {
		const { promise, resolve, reject } = Promise.withResolvers<void>()
		waiting.push({ hints, resolve, reject })
		if (!busy) {
			busy = true
			setImmediate(flush)
		}
		return promise
	}
}
