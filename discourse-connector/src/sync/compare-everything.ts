/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { leaveHints, Priority } from '../platform/hints.ts'

const RECORDS_AT_ONCE = 1000

/**
 * Asks that every record be compared with the forum, behind everything else: after a restore nobody knows what happened
 * on the forum since, nor what we did there.
 *
 * @param transaction that restored the records
 */
export async function compareEverything(transaction: Kysely<Tables>): Promise<void> {
	// Posts have no id of ours: what was not sent by then may be there all the same, and is looked for before it is sent.
	await sql`update posted_reply set sent_at = timestamptz 'epoch' where post_id is null and sent_at is null`.execute(transaction)
	// Likewise a topic that was made since and then deleted: the forum takes no second one, and its author can do nothing about it.
	await sql`update topic_link set sent_at = timestamptz 'epoch' where topic_id is null and sent_at is null`.execute(transaction)
	await sql`
		insert into topic_link (record_id, need_id, state, sent_at) select 'need-' || id, id, 'queued', timestamptz 'epoch' from need
		where published_at is not null and not exists (select from topic_link where need_id = need.id)
	`.execute(transaction)
	let after = ''
	for (;;) {
		const { rows } = await sql<{ record: string }>`
			select record from (select record_id as record from topic_link union select 'need-' || id from need union select 'reply-' || id from posted_reply) as known
			where record > ${after} order by record limit ${RECORDS_AT_ONCE}
		`.execute(transaction)
		const last = rows.at(-1)
		if (last === undefined) {
			return
		}
		await leaveHints(transaction, rows.map(({ record }) => ({ record, reason: 'restored', priority: Priority.audit })))
		after = last.record
	}
}
