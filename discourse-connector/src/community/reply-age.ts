/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { leaveHint, Priority } from '../platform/hints.ts'
import { noteChanges } from './change-feed.ts'
import { recordOf } from './tables.ts'

const NEEDS_AT_ONCE = 100

/**
 * That nobody has opened the replies of a need for so long that their copies are not kept.
 *
 * @param days of the operator
 */
export function isUnread(days: number) {
	return sql<boolean>`(need.replies_shown_at < now() - make_interval(days => ${days}::int))`
}

/**
 * Notes that somebody opens the replies of a need, at most once a day, and asks for them to be read again: those that
 * were dropped as soon as can be.
 *
 * @param kysely database
 * @param uuid of the need
 * @return whether their copies were dropped and are not there yet
 */
export async function noteShown(kysely: Kysely<Tables>, uuid: string): Promise<boolean> {
	const need = await kysely.selectFrom('need').select(['replies_dropped', isUnread(1).as('stale')]).where('id', '=', uuid).executeTakeFirst()
	if (need?.stale === true) {
		await kysely.transaction().execute(async (transaction) => {
			await transaction.updateTable('need').set({ replies_shown_at: sql<Date>`now()` }).where('id', '=', uuid).execute()
			await leaveHint(transaction, recordOf(uuid), 'its replies are shown', need.replies_dropped ? Priority.person : Priority.audit)
		})
	}
	return need?.replies_dropped === true
}

/**
 * Drops copies of replies that nobody has opened for long, or whose topic has not been there for as long. How many
 * replies there are is still known.
 *
 * @param kysely database
 * @param days of the operator
 */
export async function dropOldReplies(kysely: Kysely<Tables>, days: number): Promise<void> {
	await kysely.transaction().execute(async (transaction) => {
		const lost = sql<boolean>`exists (select from topic_link link where link.need_id = need.id and link.state = 'gone' and link.updated_at < now() - make_interval(days => ${days}::int))`
		const rows = await transaction.selectFrom('need').select('id')
			.where('reply_count', '>', 0).where('replies_dropped', '=', false)
			.where(({ or }) => or([isUnread(days), lost]))
			.orderBy('id').limit(NEEDS_AT_ONCE).forUpdate().execute()
		const needs = rows.map(({ id }) => id)
		if (needs.length > 0) {
			const position = await noteChanges(transaction, 'replies', needs)
			await transaction.updateTable('reply').set({ author: '', html: '', deleted: true, position }).where('need_id', 'in', needs).where('deleted', '=', false).execute()
			await transaction.updateTable('need').set({ replies_dropped: true }).where('id', 'in', needs).execute()
		}
	})
}
