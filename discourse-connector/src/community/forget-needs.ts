/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { publishedUnlessHeld } from './need-view.ts'

/**
 * Forgets needs: their texts with their history, the copies of their replies, who supported them and why
 * moderators deleted their topics. Their ids stay,
 * so that their topics can be erased too and no id is used twice.
 *
 * @param transaction that holds the needs
 * @param uuids of the needs
 * @return those that were not erased before
 */
export async function forgetNeeds(transaction: Kysely<Tables>, uuids: readonly string[]): Promise<string[]> {
	if (uuids.length === 0) {
		return []
	}
	const needs = await transaction.updateTable('need')
		.set({ status: 'erased', status_note: null, publication: null, published_at: publishedUnlessHeld, member_id: null, reply_count: 0, revision: sql<number>`revision + 1`, updated_at: sql<Date>`now()` })
		.where('id', 'in', uuids).where('status', '!=', 'erased')
		.returning('id').execute()
	const ids = needs.map(({ id }) => id)
	if (ids.length > 0) {
		await transaction.deleteFrom('need_history').where('need_id', 'in', ids).execute()
		await transaction.deleteFrom('reply').where('need_id', 'in', ids).execute()
		await transaction.deleteFrom('support').where('need_id', 'in', ids).execute()
		await transaction.updateTable('topic_link').set({ moderator_reason: null }).where('need_id', 'in', ids).execute()
	}
	return ids
}
