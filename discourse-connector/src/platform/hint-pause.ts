/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { HINT_CHANNEL } from './hints.ts'

declare module './tables.ts' {
	interface Tables {
		/** A row while nobody may look at what is hinted at. */
		hint_pause: { id: number, at: Date, who: string }
	}
}

/**
 * Makes all looks wait, in every process, until {@link resumeHints}. Those under way come to their end.
 *
 * @param kysely database
 * @param who wants it
 */
export async function pauseHints(kysely: Kysely<Tables>, who: string): Promise<void> {
	await sql`insert into hint_pause (id, at, who) values (1, now(), ${who}) on conflict do nothing`.execute(kysely)
}

/**
 * Lets looks begin again, in the order in which they would have.
 *
 * @param kysely database
 */
export async function resumeHints(kysely: Kysely<Tables>): Promise<void> {
	await sql`with ended as (delete from hint_pause) select pg_notify(${HINT_CHANNEL}, '')`.execute(kysely)
}

/**
 * Since when looks wait, and who wanted it.
 *
 * @param kysely database
 * @return undefined while they do not wait
 */
export async function readHintPause(kysely: Kysely<Tables>): Promise<{ at: Date, who: string } | undefined> {
	return await kysely.selectFrom('hint_pause').select(['at', 'who']).executeTakeFirst()
}
