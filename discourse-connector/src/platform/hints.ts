/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'

/** What goes first when there is more to do than the forum allows. */
export const Priority = { person: 0, change: 1, detection: 2, audit: 3 } as const

export type Priority = typeof Priority[keyof typeof Priority]

/** "Look at this record again": all that is ever said about work to do. */
export interface Hint {
	/** What to look at: `<kind>-<id>`, for example `need-0190…` or `topic-42`. */
	record: string
	/** Why, in a few words for the operator, for example `published` or `webhook post_created`. Never personal data. */
	reason: string
	priority?: Priority
	/** Look no earlier than after this many seconds. */
	afterSeconds?: number
}

/** By how much one priority goes before the next: what waited longer than that goes first all the same, so nothing starves. */
export const HEAD_START_SECONDS = 120

/** The channel that is notified when hints are committed. */
export const HINT_CHANNEL = 'hint'

/**
 * Asks that a record be looked at after this transaction commits. Hints for one record become one; a hint that is
 * committed while somebody looks makes them look again, so no change is missed.
 *
 * @param transaction the one that changes the record
 * @param record `<kind>-<id>`
 * @param reason a few words for the operator
 * @param priority people's actions first
 */
export async function leaveHint(transaction: Kysely<Tables>, record: string, reason: string, priority: Priority = Priority.person): Promise<void> {
	await leaveHints(transaction, [{ record, reason, priority }])
}

/**
 * The same for many records in one statement.
 *
 * @param transaction the one that changes the records, or the database itself
 * @param hints may name a record twice
 */
export async function leaveHints(transaction: Kysely<Tables>, hints: readonly Hint[]): Promise<void> {
	if (hints.length === 0) {
		return
	}
	const merged = new Map<string, Required<Hint>>()
	for (const { record, reason, priority = Priority.change, afterSeconds = 0 } of hints) {
		const earlier = merged.get(record)
		merged.set(record, {
			record,
			reason,
			priority: earlier && earlier.priority < priority ? earlier.priority : priority,
			afterSeconds: Math.min(afterSeconds, earlier?.afterSeconds ?? afterSeconds),
		})
	}
	// Always in the same order, or two transactions could wait for each other.
	const rows = [...merged.values()].sort((a, b) => a.record < b.record ? -1 : 1)
	await sql`
		with left_hints as (
			insert into hint (record, reason, priority, due_at, turn_at)
			select record, reason, priority, now() + make_interval(secs => after), now() + make_interval(secs => after + priority * ${HEAD_START_SECONDS})
			from json_to_recordset(${JSON.stringify(rows.map(({ afterSeconds, ...row }) => ({ ...row, after: afterSeconds })))}::json)
				as new(record text, reason text, priority smallint, after double precision)
			on conflict (record) do update set
				reason = excluded.reason,
				priority = least(hint.priority, excluded.priority),
				due_at = least(hint.due_at, excluded.due_at),
				turn_at = least(hint.turn_at, excluded.turn_at),
				generation = hint.generation + 1
		)
		select pg_notify(${HINT_CHANNEL}, '')
	`.execute(transaction)
}

/**
 * Leaves hints at records that have none; what is hinted at already stays as it is.
 *
 * @param transaction to write in, or the database itself
 * @param hints each of another record
 */
export async function leaveHintsWhereNone(transaction: Kysely<Tables>, hints: readonly Pick<Hint, 'record' | 'reason' | 'priority'>[]): Promise<void> {
	const rows = hints.map(({ record, reason, priority = Priority.change }) => ({ record, reason, priority })).sort((a, b) => a.record < b.record ? -1 : 1)
	await sql`
		insert into hint (record, reason, priority, turn_at)
		select record, reason, priority, now() + make_interval(secs => priority * ${HEAD_START_SECONDS})
		from json_to_recordset(${JSON.stringify(rows)}::json) as new(record text, reason text, priority smallint)
		on conflict do nothing
	`.execute(transaction)
}
