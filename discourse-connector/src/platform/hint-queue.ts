/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'
import type { ClaimedHint } from './hint-claims.ts'
import type { Priority } from './hints.ts'

import { HintClaims } from './hint-claims.ts'
import { HINT_CHANNEL } from './hints.ts'
import { inTime } from './in-time.ts'

/** One look at a record, by the only worker that looks at it now. */
export interface Look {
	record: string
	/** Why, as the latest hint said. */
	reason: string
	priority: Priority
	/** How often looking failed in a row before this. */
	failures: number
	/** Aborted when the claim was lost, because this process was paused or stops: write nothing any more. */
	signal: AbortSignal
	/**
	 * Asks the database whether this worker still holds the record; call it before a write that cannot be repeated.
	 *
	 * @throws {Error} when it does not
	 */
	assertMine(): Promise<void>
}

/**
 * What a look came to. Throw for a failure, or hand it back when it was told already: it is tried again later and later,
 * without end. A look that found nothing out is `vain`: how often looking failed before it still counts.
 */
export type Verdict = 'done' | { lookAgainAfterSeconds: number, reason?: string, vain?: boolean } | { failed: Error }

export interface HintQueueOptions {
	/** Looks at one record. */
	look: (look: Look) => Promise<Verdict>
	/** Told of every failure; for the log and metrics. */
	onFailure: (error: unknown, look: { record: string, failures: number }) => void
	/** How many records this process looks at at once. */
	concurrency?: number
	/** How long a worker that says nothing keeps a record. */
	leaseSeconds?: number
	/** How long a hint can go unnoticed when its notification is lost. */
	pollSeconds?: number
	/** By how many seconds tests are ahead of the database's clock. */
	clock?: { readonly secondsAhead: number }
}

const SYSTEM_CLOCK = { secondsAhead: 0 }

/**
 * Looks at the records for which there are hints: each record by one worker at a time across all processes, in turn of
 * priority and age, again when a hint came meanwhile, and again when the worker died.
 */
export class HintQueue {
	readonly #claims: HintClaims
	readonly #database: Database
	readonly #options: HintQueueOptions
	readonly #concurrency: number
	readonly #leaseSeconds: number
	readonly #running = new Map<Promise<void>, { hint: ClaimedHint, lost: AbortController }>()
	#round: Promise<void> | undefined
	#again = false
	#started = false
	#timer: NodeJS.Timeout | undefined
	#unlisten: (() => Promise<void>) | undefined

	constructor(database: Database, options: HintQueueOptions) {
		this.#database = database
		this.#options = options
		this.#concurrency = options.concurrency ?? 4
		this.#leaseSeconds = options.leaseSeconds ?? 30
		this.#claims = new HintClaims(database.kysely, this.#leaseSeconds, options.clock ?? SYSTEM_CLOCK)
	}

	/** Starts to look whenever there is something to look at. */
	async start(): Promise<void> {
		this.#started = true
		if (this.#database.kind === 'pglite') {
			// Nobody else can be looking: what is claimed was left by a process that died.
			await this.#claims.giveBackAll()
		}
		this.#unlisten = await this.#database.listen(HINT_CHANNEL, () => this.#wake())
		this.#wake()
	}

	/**
	 * Takes no more hints, waits for the looks under way, and gives back those that do not end in time.
	 *
	 * @param graceSeconds to wait
	 */
	async stop(graceSeconds = 1): Promise<void> {
		this.#started = false
		clearTimeout(this.#timer)
		await this.#unlisten?.()
		await this.#round
		await inTime(Promise.all(this.#running.keys()), graceSeconds * 1000, undefined)
		await Promise.all([...this.#running.values()].map(async ({ hint, lost }) => {
			lost.abort(new Error('The connector stops.'))
			await this.#claims.giveBack(hint)
		}))
	}

	/** Looks at everything that is due now, and returns when nothing due is left; for tests and commands. */
	async drain(): Promise<void> {
		for (;;) {
			const claimed = await this.#claims.take(this.#concurrency)
			if (claimed.length === 0) {
				return
			}
			await Promise.all(claimed.map((hint) => this.#look(hint, new AbortController())))
		}
	}

	#wake(): void {
		this.#again = true
		this.#round ??= this.#takeWhatIsDue().finally(() => {
			this.#round = undefined
			if (this.#started) {
				clearTimeout(this.#timer)
				this.#timer = setTimeout(() => this.#wake(), (this.#options.pollSeconds ?? 1) * 1000)
			}
		})
	}

	async #takeWhatIsDue(): Promise<void> {
		while (this.#started && this.#again && this.#running.size < this.#concurrency) {
			this.#again = false
			const room = this.#concurrency - this.#running.size
			const claimed = await this.#claims.take(room).catch((error: unknown) => {
				this.#options.onFailure(error, { record: '', failures: 0 })
				return []
			})
			this.#again ||= claimed.length === room
			for (const hint of claimed) {
				const lost = new AbortController()
				const running = this.#look(hint, lost).finally(() => {
					this.#running.delete(running)
					this.#wake()
				})
				this.#running.set(running, { hint, lost })
			}
		}
	}

	async #look(hint: ClaimedHint, lost: AbortController): Promise<void> {
		const beat = setInterval(async () => {
			// A database that is away may come back before the claim ends.
			if (!await this.#claims.extend(hint).catch(() => true)) {
				lost.abort(new Error(`Another worker looks at ${hint.record} now.`))
			}
		}, this.#leaseSeconds * 1000 / 3)
		beat.unref()
		try {
			const verdict = await this.#options.look({
				record: hint.record,
				reason: hint.reason,
				priority: hint.priority,
				failures: hint.failures,
				signal: lost.signal,
				assertMine: async () => {
					if (!await this.#claims.extend(hint)) {
						lost.abort()
						throw new Error(`Another worker looks at ${hint.record} now.`)
					}
				},
			})
			await this.#close(hint, verdict)
		} catch (error) {
			this.#options.onFailure(error, { record: hint.record, failures: hint.failures + 1 })
			// When not even this can be written, the claim runs out and somebody looks again.
			await this.#claims.fail(hint, error).catch(() => {})
		} finally {
			clearInterval(beat)
		}
	}

	async #close(hint: ClaimedHint, verdict: Verdict): Promise<void> {
		if (verdict === 'done') {
			await this.#claims.finish(hint)
		} else if ('failed' in verdict) {
			await this.#claims.fail(hint, verdict.failed)
		} else {
			await this.#claims.postpone(hint, verdict.lookAgainAfterSeconds, verdict.reason, verdict.vain)
		}
	}
}
