/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { DetectionParts } from './parts.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'
import { dropOldReplies } from '../../community/reply-age.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { databaseSeconds, readState, writeState } from './state-store.ts'
import { hintAtCanary } from './vanished.ts'

const DAY_SECONDS = 86_400
const SHORTEST_SECONDS = 300
/** Posts that come with a topic, and that come in each further call. */
const [FIRST_POSTS, MORE_POSTS] = [20, 50]

/**
 * Reads every linked topic again, the one first that was not read for the longest: what no webhook, journal, list or
 * date ever told is found so. It only leaves hints, a few at a time, so that a day's reading stays within its calls.
 * Copies of replies that are too old go on the way, also while the forum is away.
 *
 * @param parts of detection
 * @param look at `audit-topics`
 */
export async function audit(parts: DetectionParts, look: Look): Promise<Verdict> {
	const perDay = parts.settings.auditCallsPerDay
	const { kysely } = parts.database
	const interval = Math.max(SHORTEST_SECONDS, DAY_SECONDS / perDay)
	const share = perDay * interval / DAY_SECONDS
	await look.assertMine()
	if (parts.repliesKeptDays !== undefined) {
		await dropOldReplies(kysely, parts.repliesKeptDays)
	}
	await kysely.transaction().execute(async (transaction) => {
		const now = await databaseSeconds(transaction, parts.clock)
		const before = await readState(transaction, 'audit')
		// What was not spent while the forum was away is not spent at once afterwards.
		let credit = before === null ? share : Math.min(share, before.credit + (now - before.countedAt) * perDay / DAY_SECONDS)
		const { rows } = await sql<{ record: string, replies: number }>`
			select link.record_id as record, need.reply_count as replies
			from topic_link link join need on need.id = link.need_id left join hint on hint.record = link.record_id
			where link.topic_id is not null and hint.record is null
				and (link.audited_at is null or link.audited_at < to_timestamp(${now - DAY_SECONDS}::float8))
			order by link.audited_at nulls first, link.record_id
			limit ${Math.ceil(share)}
		`.execute(transaction)
		const { rows: [waiting] } = await sql<{ count: number }>`select count(*)::int as count from hint where reason = 'audit' and record like 'need-%' and priority = ${Priority.audit}`.execute(transaction)
		const chosen: string[] = []
		for (const { record, replies } of rows) {
			if (credit - (waiting?.count ?? 0) < 1) {
				break
			}
			credit -= 1 + Math.ceil(Math.max(0, replies + 1 - FIRST_POSTS) / MORE_POSTS)
			chosen.push(record)
		}
		await writeState(transaction, 'audit', { credit, countedAt: now })
		await hintAtCanary(transaction)
		await leaveHints(transaction, chosen.map((record) => ({ record, reason: 'audit', priority: Priority.audit })))
	})
	return { lookAgainAfterSeconds: interval, reason: 'audit' }
}
