/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ColumnType, Generated } from 'kysely'

/** A column that the database returns as a Date and accepts as a Date or an ISO string. */
export type Instant = ColumnType<Date, Date | string, Date | string>

/** One record that somebody should look at again; see hints.ts. */
interface HintTable {
	record: string
	reason: string
	priority: number
	generation: Generated<number>
	due_at: Generated<Instant>
	turn_at: Generated<Instant>
	failures: Generated<number>
	last_error: string | null
	claim: string | null
	claimed_generation: number | null
	claimed_until: Instant | null
}

/** Requests of one token in one minute; see request-budget.ts. */
interface RequestCountTable {
	bearer: string
	minute: number
	requests: number
}

/**
 * Every table, by name. A room adds its own beside its migrations:
 * `declare module '../platform/tables.ts' { interface Tables { need: NeedTable } }`,
 * and uses its own only.
 */
export interface Tables {
	hint: HintTable
	request_count: RequestCountTable
}
