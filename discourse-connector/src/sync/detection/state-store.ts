/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'

/** What each kind of detection remembers. Instants are ISO texts of the forum's clock unless said otherwise. */
export interface DetectionStates {
	journal: JournalState
	lists: ListsState
	explorer: ExplorerState
	audit: AuditState
	vanished: VanishedAlarm
	webhook: Record<string, never>
}

export interface JournalState {
	/** Why the journal cannot be read, which was said in the log. */
	trouble: 'not-allowed' | 'no-hook' | 'switched-off' | null
	hookId: number | null
	/** When the hook itself was looked at, in seconds since 1970. */
	checkedAt: number
	upTo: string | null
	/** Deliveries just before `upTo` that were dealt with. */
	handled: number[]
}

export interface ListsState {
	activity: string
	created: string
	/** Digests of the rows that were dealt with, by topic. */
	rows: Record<string, string>
}

export interface ExplorerState {
	trouble: 'not-allowed' | null
	query: { id: number, address?: string | undefined } | null
	upTo: string | null
	/** Changes just before `upTo` that were dealt with: instants by topic. */
	handled: Record<string, string>
}

export interface AuditState {
	/** Calls that may be spent. */
	credit: number
	/** When the credit was counted, in seconds since 1970 by the database's clock. */
	countedAt: number
}

export interface VanishedAlarm {
	/** Null while all is well. */
	since: string | null
	vanished: number
	linked: number
}

/**
 * What a kind of detection remembers.
 *
 * @param kysely database or transaction
 * @param name of the kind
 * @return null before its first run
 */
export async function readState<Name extends keyof DetectionStates>(kysely: Kysely<Tables>, name: Name): Promise<DetectionStates[Name] | null> {
	const row = await kysely.selectFrom('detection').select('state').where('name', '=', name).executeTakeFirst()
	return (row?.state ?? null) as DetectionStates[Name] | null
}

/**
 * Keeps what a kind of detection remembers: in the transaction that leaves the hints it led to, so that after a crash it
 * repeats and never skips.
 *
 * @param transaction to write in
 * @param name of the kind
 * @param state to remember
 * @param isDone whether it came to its end
 */
export async function writeState<Name extends keyof DetectionStates>(transaction: Kysely<Tables>, name: Name, state: DetectionStates[Name], isDone = true): Promise<void> {
	const values = { state: JSON.stringify(state), ...(isDone ? { done_at: sql<Date>`now()` } : {}) }
	await transaction.insertInto('detection').values({ name, ...values })
		.onConflict((conflict) => conflict.column('name').doUpdateSet(values)).execute()
}

/**
 * The database's time, which all processes share.
 *
 * @param kysely database or transaction
 * @param clock of tests
 * @param clock.secondsAhead of the database
 * @return seconds since 1970
 */
export async function databaseSeconds(kysely: Kysely<Tables>, clock?: { readonly secondsAhead: number }): Promise<number> {
	const { rows: [row] } = await sql<{ seconds: number }>`select extract(epoch from now())::float8 as seconds`.execute(kysely)
	return (row?.seconds ?? 0) + (clock?.secondsAhead ?? 0)
}
