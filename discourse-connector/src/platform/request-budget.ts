/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'

import { sql } from 'kysely'

const MINUTE = 60_000

interface Count {
	minute: number
	/** Requests here that the database has not been told of. */
	untold: number
	/** Requests everywhere, when the database was last told. */
	told: number
	telling: Promise<void> | undefined
}

/**
 * Counts the requests of each token in a minute, for all processes together. A token that asks little costs no write:
 * only each twentieth of the limit is told to the database, so with n processes up to n twentieths more can pass.
 */
export class RequestBudget {
	readonly #database: Database
	readonly #limit: number
	readonly #step: number
	readonly #now: () => number
	readonly #counts = new Map<string, Count>()

	/**
	 * @param database shared by the processes
	 * @param limit requests per minute
	 * @param now the time in milliseconds
	 */
	constructor(database: Database, limit: number, now: () => number = Date.now) {
		this.#database = database
		this.#limit = limit
		this.#step = Math.max(1, Math.floor(limit / 20))
		this.#now = now
	}

	/**
	 * Counts one request.
	 *
	 * @param bearer who asks
	 * @return 0 when it may pass, else how many seconds to wait
	 */
	async spend(bearer: string): Promise<number> {
		const now = this.#now()
		const minute = Math.floor(now / MINUTE)
		const count = this.#countOf(bearer, minute)
		if (count.told + count.untold >= this.#limit) {
			return Math.ceil(((minute + 1) * MINUTE - now) / 1000)
		}
		count.untold++
		if (count.untold >= this.#step) {
			count.telling ??= this.#tell(bearer, count).finally(() => {
				count.telling = undefined
			})
			await count.telling
		}
		return 0
	}

	#countOf(bearer: string, minute: number): Count {
		const known = this.#counts.get(bearer)
		if (known?.minute === minute) {
			return known
		}
		for (const [key, { minute: old }] of this.#counts) {
			if (old < minute) {
				this.#counts.delete(key)
			}
		}
		const fresh = { minute, untold: 0, told: 0, telling: undefined }
		this.#counts.set(bearer, fresh)
		return fresh
	}

	async #tell(bearer: string, count: Count): Promise<void> {
		const requests = count.untold
		const { kysely } = this.#database
		const { requests: told } = await kysely.insertInto('request_count')
			.values({ bearer, minute: count.minute, requests })
			.onConflict((conflict) => conflict.columns(['bearer', 'minute']).doUpdateSet({ requests: sql`request_count.requests + excluded.requests` }))
			.returning('requests').executeTakeFirstOrThrow()
		count.untold -= requests
		count.told = told
		if (told === requests) {
			await kysely.deleteFrom('request_count').where('minute', '<', count.minute - 5).execute()
		}
	}
}
