/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../platform/database.ts'
import type { AccessFault } from './access-faults.ts'
import type { CallGate, CallTurn, Ticket } from './call-gate.ts'
import type { ForumCall } from './client.ts'
import type { ForumFailure } from './outcome.ts'

import { Priority } from '../platform/hints.ts'
import { inTime } from '../platform/in-time.ts'
import { budgetOf } from './budget.ts'
import { mayBeRecords, pauseAfter } from './call-gate.ts'
import { GateStore } from './gate-store.ts'
import { Postponed } from './outcome.ts'

/** Looks that find no budget come back spread over no more than this. */
const WIDEST_SPREAD_SECONDS = 600
/** Whoever must not call while the key is refused comes back after this, unless called before. */
const REFUSED_SECONDS = 300
/** How soon it is noticed what the trial call of another process came to. */
const TRIAL_POLL_SECONDS = 1

/** How calls that were made are counted. */
export type CallOutcome = 'ok' | ForumFailure['kind']

export interface ForumGateOptions {
	/** In any minute, of all processes together. */
	callsPerMinute: number
	/** By how many seconds tests are ahead of the database's clock. */
	clock?: { readonly secondsAhead: number }
	/** Waits, for tests. */
	sleep?: (milliseconds: number) => Promise<void>
	/** From 0 to 1, so that several processes do not come back at once. */
	random?: () => number
}

/**
 * Lets calls to the forum through at the pace that all processes share, and none while the forum is busy, away or
 * refuses the key. A look of lower priority that finds no budget is sent away before its first call; what has begun
 * waits for its turn, before all that has not. After a pause one call of all processes finds out whether the trouble is
 * over; the others wait for what it comes to.
 */
export class ForumGate implements CallGate {
	/** Told of each call, and of each that was not made. */
	onCall: (outcome: CallOutcome, priority: Priority) => void = () => {}
	readonly #store: GateStore
	readonly #options: ForumGateOptions
	readonly #secondsBetweenCalls: number
	readonly #nextSlot = new Map<Priority, number>()
	#line: Promise<unknown> = Promise.resolve()
	#readOnlyUntil = 0
	#isClosed = false
	#news = Promise.withResolvers<void>()

	/**
	 * @param database shared by the processes
	 * @param options limit and what tests need
	 */
	constructor(database: Database, options: ForumGateOptions) {
		const budget = budgetOf(options.callsPerMinute)
		this.#options = options
		this.#secondsBetweenCalls = 1 / budget.perSecond
		this.#store = new GateStore(database, budget, options.clock ?? { secondsAhead: 0 })
	}

	/** For how long the forum can only be read, as far as this process has heard. */
	get readOnlySeconds(): number {
		return Math.max(0, Math.ceil(this.#readOnlyUntil - this.#seconds()))
	}

	/** How things stand, for metrics and the console. */
	get state(): Pick<GateStore, 'read'> {
		return this.#store
	}

	/** Lets nobody through any more: who waits and who comes is refused. */
	end(): void {
		this.#isClosed = true
		this.#tell()
	}

	/** Ends a pause that the forum did not ask for: whoever starts anew may have mended its cause. */
	async endOwnPause(): Promise<void> {
		await this.#store.endOwnPause()
	}

	/**
	 * Lets no call through but those that probe, or lets them through again.
	 *
	 * @param fault what is wrong with the key or the bot; null when nothing is
	 * @return whether that is news
	 */
	async close(fault: AccessFault | null): Promise<boolean> {
		return await this.#store.close(fault)
	}

	async enter(call: ForumCall, turn: CallTurn): Promise<Ticket> {
		try {
			return turn.begun || turn.priority === Priority.person ? await this.#inLine(call, turn) : await this.#atOnce(call, turn)
		} catch (error) {
			if (error instanceof Postponed) {
				this.onCall('postponed', turn.priority)
			}
			throw error
		}
	}

	async leave(call: ForumCall, turn: CallTurn, ticket: Ticket, failure: ForumFailure | null): Promise<void> {
		this.onCall(failure?.kind ?? 'ok', turn.priority)
		const isItsOwn = failure !== null && turn.suspect === true && !ticket.troubled && mayBeRecords(failure)
		const kind = failure === null || isItsOwn ? null : pauseAfter(failure)
		if (kind !== null) {
			await this.#store.pause(kind, ticket.at, failure?.waitSeconds ?? null, (this.#options.random ?? Math.random)())
		} else if (ticket.troubled) {
			await this.#store.endPause(ticket.at, call.method !== 'GET')
		}
		if (ticket.troubled) {
			this.#tell()
		}
	}

	async #atOnce(call: ForumCall, turn: CallTurn): Promise<Ticket> {
		const { granted, at, troubled, waitSeconds } = await this.#take(call, turn)
		if (!granted) {
			throw new Postponed(nameOf(call), 'budget', this.#slotAfter(turn.priority, waitSeconds))
		}
		return { at, troubled }
	}

	/** One after the other, in the order in which they came. */
	#inLine(call: ForumCall, turn: CallTurn): Promise<Ticket> {
		const mine = this.#line.then(async () => {
			for (;;) {
				const { granted, at, troubled, waitSeconds } = await this.#take(call, turn)
				if (granted) {
					return { at, troubled }
				}
				await this.#rest(waitSeconds * 1000)
			}
		})
		this.#line = mine.catch(() => {})
		return mine
	}

	async #take(call: ForumCall, { priority, begun, probes }: CallTurn) {
		for (;;) {
			if (this.#isClosed) {
				throw new Postponed(nameOf(call), 'ending', 0)
			}
			const turn = await this.#store.take({ priority, begun, probes, writes: call.method !== 'GET' })
			this.#readOnlyUntil = this.#seconds() + turn.readOnlySeconds
			if (turn.keptBackBy === null) {
				return turn
			}
			if (turn.keptBackBy !== 'trial') {
				throw new Postponed(nameOf(call), turn.keptBackBy, turn.keptBackBy === 'access' ? REFUSED_SECONDS : Math.max(1, Math.ceil(turn.waitSeconds)))
			}
			await this.#rest(TRIAL_POLL_SECONDS * 1000)
		}
	}

	/**
	 * Those who are sent away come back one after the other, at the pace at which calls are made: together they would
	 * only be sent away again.
	 *
	 * @param priority of the look
	 * @param waitSeconds until there is budget
	 */
	#slotAfter(priority: Priority, waitSeconds: number): number {
		const now = this.#seconds()
		const slot = Math.max(now + waitSeconds, this.#nextSlot.get(priority) ?? 0)
		const spread = slot > now + WIDEST_SPREAD_SECONDS ? now + waitSeconds : slot
		this.#nextSlot.set(priority, spread + this.#secondsBetweenCalls)
		return Math.max(1, Math.ceil(spread - now))
	}

	/** Of this process; only differences count. */
	#seconds(): number {
		return Date.now() / 1000 + (this.#options.clock?.secondsAhead ?? 0)
	}

	/** Until news or the time comes. */
	async #rest(milliseconds: number): Promise<void> {
		await (this.#options.sleep?.(milliseconds) ?? inTime(this.#news.promise, Math.ceil(milliseconds), undefined))
	}

	/** Wakes all who wait. */
	#tell(): void {
		this.#news.resolve()
		this.#news = Promise.withResolvers()
	}
}

function nameOf(call: ForumCall): string {
	return `${call.method} ${call.path}`
}
