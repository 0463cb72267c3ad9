/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../discourse-connector/src/platform/database.ts'
import type { LivelyForum } from './lively-forum.ts'

import { sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import { leaveHints } from '../../discourse-connector/src/platform/hints.ts'

/** A pause after trouble lasts five minutes at most, and what waited is done at the pace of the budget. */
const PATIENCE_SECONDS = 900
/** Longer than webhooks are gathered. */
const SETTLE_MILLISECONDS = 4000

/**
 * Waits until webhooks have arrived and nothing is due any more.
 *
 * @param database of the connectors
 * @param lively forum
 * @return how long it took, in seconds
 * @throws {Error} when it never comes to rest
 */
export async function comeToRest({ kysely }: Database, lively: LivelyForum): Promise<number> {
	const start = Date.now()
	for (let calm = 0; calm < 2;) {
		await lively.forum.webhooks.idle()
		await wait(SETTLE_MILLISECONDS)
		const { rows } = await sql<{ record: string }>`
			select record from hint where record not like 'detect-%' and record not like 'audit-%' and record <> 'forum-access' and (due_at <= now() + interval '5 minutes' or claim is not null)
		`.execute(kysely)
		calm = rows.length === 0 ? calm + 1 : 0
		if (Date.now() - start > PATIENCE_SECONDS * 1000) {
			throw new Error(`After ${PATIENCE_SECONDS} s these still wait: ${rows.slice(0, 20).map(({ record }) => record).join(', ')}`)
		}
	}
	return Math.round((Date.now() - start) / 1000)
}

/**
 * Asks for a look at every need, as the audit does in the course of a day.
 *
 * @param database of the connectors
 */
export async function lookAtAll({ kysely }: Database): Promise<void> {
	const { rows } = await sql<{ record: string }>`select 'need-' || id as record from need`.execute(kysely)
	await leaveHints(kysely, rows.map(({ record }) => ({ record, reason: 'audit' })))
}
