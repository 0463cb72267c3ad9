/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RawBuilder } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { AccessFault } from './access-faults.ts'
import type { Budget } from './budget.ts'
import type { PauseKind } from './tables.ts'

import { sql } from 'kysely'
import { Priority } from '../platform/hints.ts'

/** No forum is left alone for longer without asking again. */
const LONGEST_PAUSE_SECONDS = 3600
const FIRST_BACKOFF_SECONDS = 5
const LONGEST_BACKOFF_SECONDS = 300
/** How far a priority's share can fall below nothing when it used what was left over. */
const DEEPEST_DEBT = -10
/** How long a trial call may take until another one goes: its process may be gone. Longer than a call waits for its answer. */
const TRIAL_SECONDS = 45

/** A call that wants its turn. */
export interface Wish {
	priority: Priority
	/** Whether its look has made a call already: then it goes before looks that have not begun. */
	begun: boolean
	writes: boolean
	/** Whether it is to find out if the key works again. */
	probes: boolean
}

/** What came of a wish. */
export interface Turn {
	granted: boolean
	/** By the database's clock: microseconds since 1970. */
	at: number
	/** Until it is worth asking again; 0 when granted. */
	waitSeconds: number
	/** What keeps every such call back, `trial` when another call finds out just now; null when it is the budget only. */
	keptBackBy: PauseKind | 'access' | 'trial' | null
	/** Whether the last answers were bad: a good one is news. */
	troubled: boolean
	/** For how long the forum can only be read; 0 when it can be written too. */
	readOnlySeconds: number
}

/** Priorities that have a share of their own. */
type Lower = Exclude<Priority, typeof Priority.person>

const SHARE_OF = { [Priority.change]: 'change_share', [Priority.detection]: 'detection_share', [Priority.audit]: 'audit_share' } as const

/** The row after a wish. */
type GateRow = Record<typeof SHARE_OF[Lower] | 'tokens' | 'at' | 'pauses' | 'pause_seconds' | 'trial_seconds', number> & {
	granted: boolean
	closed: boolean
	pause_kind: PauseKind | null
}

/** The shared state as it is shown. */
export interface GateState {
	tokens: number
	pauseKind: PauseKind | null
	pauseSeconds: number
	closedBy: AccessFault | null
	/** For how long. */
	closedSeconds: number
}

/** What may be asked of the forum now, in one row for all processes. All times are the database's. */
export class GateStore {
	readonly #database: Database
	readonly #budget: Budget
	readonly #clock: { readonly secondsAhead: number }

	/**
	 * @param database shared by the processes
	 * @param budget how calls are shared out
	 * @param clock for tests
	 * @param clock.secondsAhead of the database's
	 */
	constructor(database: Database, budget: Budget, clock: { readonly secondsAhead: number }) {
		this.#database = database
		this.#budget = budget
		this.#clock = clock
	}

	/**
	 * Takes a token for a call when it may be made now. The first call after a pause is a trial: until its outcome is
	 * noted no other goes.
	 *
	 * @param wish what for
	 */
	async take(wish: Wish): Promise<Turn> {
		for (;;) {
			const { rows: [row] } = await this.#taking(wish).execute(this.#database.kysely)
			if (row !== undefined) {
				return this.#turnOf(wish, row)
			}
			await this.#makeRow()
		}
	}

	/**
	 * Leaves the forum alone for a while. Failures of calls from before the pause belong to the same trouble: they make
	 * it last as long as the forum asks, but not longer and longer.
	 *
	 * @param kind of trouble
	 * @param begunAt when the failed call got its turn
	 * @param askedSeconds what the forum asked for
	 * @param jitter from 0 to 1, so that several forums' clients do not come back at once
	 */
	async pause(kind: PauseKind, begunAt: number, askedSeconds: number | null, jitter: number): Promise<void> {
		const stretch = 1 + jitter * 0.2
		const asked = askedSeconds === null ? null : Math.min(LONGEST_PAUSE_SECONDS, Math.max(1, askedSeconds)) * stretch
		const backoff = sql`least(${LONGEST_BACKOFF_SECONDS}::float8, ${FIRST_BACKOFF_SECONDS}::float8 * 2 ^ least(pauses, 12)) * ${stretch}::float8`
		const isKnown = sql`(pause_begun_at is not null and ${instant(begunAt)} <= pause_begun_at)`
		await sql`
			update forum_gate set
				pause_kind = case when ${isKnown} and pause_kind is not null and pause_kind <> 'read-only' then pause_kind else ${kind} end,
				pause_until = greatest(pause_until, case
					when ${asked}::float8 is not null then ${this.#now()} + make_interval(secs => ${asked}::float8)
					when ${isKnown} then pause_until
					else ${this.#now()} + make_interval(secs => ${backoff})
				end),
				pauses = case when ${isKnown} then pauses else pauses + 1 end,
				trial_until = case when ${isKnown} then trial_until end,
				pause_begun_at = case when ${isKnown} then pause_begun_at else ${this.#now()} end
			where id = 1
		`.execute(this.#database.kysely)
	}

	/**
	 * Notes a good answer. One to a call from before the trouble says nothing, nor does reading about writing.
	 *
	 * @param begunAt when the call got its turn
	 * @param wrote whether it was to change something
	 */
	async endPause(begunAt: number, wrote: boolean): Promise<void> {
		await sql`
			update forum_gate set pauses = 0, pause_kind = null, pause_until = null, trial_until = null
			where id = 1 and pauses > 0 and pause_begun_at < ${instant(begunAt)} and (${wrote} or pause_kind <> 'read-only')
		`.execute(this.#database.kysely)
	}

	/** Ends a pause that the forum did not ask for: whoever starts anew may have mended its cause. */
	async endOwnPause(): Promise<void> {
		await sql`update forum_gate set pauses = 0, pause_kind = null, pause_until = null, trial_until = null where id = 1 and pause_kind in ('away', 'moved')`.execute(this.#database.kysely)
	}

	/**
	 * Lets no call through but those that probe, or lets them through again.
	 *
	 * @param fault what is wrong with the key or the bot; null when nothing is
	 * @return whether that is news
	 */
	async close(fault: AccessFault | null): Promise<boolean> {
		await this.#makeRow()
		const json = fault === null ? null : JSON.stringify(fault)
		const { numAffectedRows } = await sql`
			update forum_gate set closed_by = ${json}::jsonb, closed_at = case when ${json}::jsonb is null then null else coalesce(closed_at, ${this.#now()}) end
			where id = 1 and closed_by is distinct from ${json}::jsonb
		`.execute(this.#database.kysely)
		return (numAffectedRows ?? 0n) > 0n
	}

	/** How things stand. */
	async read(): Promise<GateState> {
		const { burst, perSecond } = this.#budget
		const { rows: [state] } = await sql<GateState>`
			select
				least(${burst}::float8, tokens + ${perSecond}::float8 * greatest(0, extract(epoch from ${this.#now()} - filled_at)))::float8 as tokens,
				pause_kind as "pauseKind",
				greatest(0, coalesce(extract(epoch from pause_until - ${this.#now()}), 0))::float8 as "pauseSeconds",
				closed_by as "closedBy",
				greatest(0, coalesce(extract(epoch from ${this.#now()} - closed_at), 0))::float8 as "closedSeconds"
			from forum_gate
		`.execute(this.#database.kysely)
		return state ?? { tokens: burst, pauseKind: null, pauseSeconds: 0, closedBy: null, closedSeconds: 0 }
	}

	#taking({ priority, begun, writes, probes }: Wish): RawBuilder<GateRow> {
		const { burst, perSecond, leaves, shares } = this.#budget
		const needed = 1 + leaves[begun ? Priority.person : priority]
		const seconds = sql`greatest(0, extract(epoch from clock.at - filled_at))::float8`
		const tokens = sql`least(${burst}::float8, tokens + ${perSecond}::float8 * ${seconds})`
		const filled = (whose: Lower) => sql`least(1, ${sql.ref(SHARE_OF[whose])} + ${perSecond * shares[whose]}::float8 * ${seconds})`
		const isOwed = priority === Priority.person ? sql`false` : sql`${tokens} >= 1 and ${filled(priority)} >= 1`
		const isConcerned = sql`(pause_until is not null and (pause_kind <> 'read-only' or ${writes}::boolean))`
		const isOpen = sql`(closed_by is null or ${probes}::boolean) and not coalesce(${isConcerned} and (pause_until > clock.at or trial_until > clock.at), false)`
		const granted = sql`(${isOpen} and (${tokens} >= ${needed}::float8 or ${isOwed}))`
		// What nobody before it wants costs no share.
		const spent = (whose: Lower) => whose !== priority
			? filled(whose)
			: sql`case when ${granted} and ${tokens} < ${1 + leaves[whose]}::float8 then greatest(${DEEPEST_DEBT}::float8, ${filled(whose)} - 1) else ${filled(whose)} end`
		return sql<GateRow>`
			update forum_gate set
				granted = ${granted},
				trial_until = case when ${granted} and ${isConcerned} then clock.at + make_interval(secs => ${TRIAL_SECONDS}) else trial_until end,
				tokens = ${tokens} - case when ${granted} then 1 else 0 end,
				change_share = ${spent(Priority.change)},
				detection_share = ${spent(Priority.detection)},
				audit_share = ${spent(Priority.audit)},
				-- The clock may have been set back: by a little, as after a failover, or for good.
				filled_at = case when clock.at <= filled_at and clock.at > filled_at - interval '1 minute' then filled_at else clock.at end
			from (select ${this.#now()} as at) as clock
			where id = 1
			returning
				granted, tokens, change_share, detection_share, audit_share, pauses, pause_kind,
				closed_by is not null as closed,
				(extract(epoch from filled_at) * 1000000)::bigint as at,
				coalesce(extract(epoch from pause_until - clock.at), 0)::float8 as pause_seconds,
				coalesce(extract(epoch from trial_until - clock.at), 0)::float8 as trial_seconds
		`
	}

	/**
	 * What came of a wish, in words of the caller.
	 *
	 * @param wish that was made
	 * @param row as it is now
	 */
	#turnOf(wish: Wish, row: GateRow): Turn {
		const { priority, begun, writes, probes } = wish
		const { perSecond, leaves, shares } = this.#budget
		const isConcerned = row.pause_kind !== null && (row.pause_kind !== 'read-only' || writes)
		const [isPaused, isTried] = [isConcerned && row.pause_seconds > 0, isConcerned && row.trial_seconds > 0]
		const untilFit = (1 + leaves[begun ? Priority.person : priority] - row.tokens) / perSecond
		const untilOwed = priority === Priority.person
			? Infinity
			: Math.max((1 - row.tokens) / perSecond, (1 - row[SHARE_OF[priority]]) / (perSecond * shares[priority]))
		return {
			granted: row.granted,
			at: row.at,
			waitSeconds: row.granted ? 0 : isPaused ? row.pause_seconds : isTried ? row.trial_seconds : Math.max(0.001, Math.min(untilFit, untilOwed)),
			keptBackBy: row.granted ? null : row.closed && !probes ? 'access' : isPaused ? row.pause_kind : isTried ? 'trial' : null,
			troubled: row.pauses > 0,
			readOnlySeconds: row.pause_kind === 'read-only' ? Math.max(0, row.pause_seconds) : 0,
		}
	}

	async #makeRow(): Promise<void> {
		await sql`
			insert into forum_gate (id, tokens, filled_at) values (1, ${this.#budget.burst}::float8, ${this.#now()}) on conflict do nothing
		`.execute(this.#database.kysely)
	}

	#now(): RawBuilder<Date> {
		return sql<Date>`(clock_timestamp() + make_interval(secs => ${this.#clock.secondsAhead}::float8))`
	}
}

function instant(microseconds: number): RawBuilder<Date> {
	return sql<Date>`(timestamptz 'epoch' + make_interval(secs => ${microseconds}::float8 / 1000000))`
}
