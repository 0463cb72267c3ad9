/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { VanishedAlarm } from './state-store.ts'
import type {} from './tables.ts'

import { sql } from 'kysely'
import { leaveHints, leaveHintsWhereNone, Priority } from '../../platform/hints.ts'
import { databaseSeconds } from './state-store.ts'

/** As many at least, and more than this part of all linked topics, make a mass disappearance. */
const [LEAST, PART] = [10, 0.05]
/** What vanishes within this time vanishes at once: the audit needs a day to notice. */
const WINDOW_SECONDS = 86_400

const COMING_BACK = 'vanished topics come back'

const CALM: VanishedAlarm = { since: null, vanished: 0, linked: 0 }

/** What a topic that is not there any more may be called; see `Action`. */
export type Why = 'lost' | 'deleted' | 'personal' | 'foreign'

/**
 * Asks whether a topic may be marked as gone. A category that the bot may not see any more, or a restored backup, makes
 * many topics vanish at once: then nothing is marked until a person confirms, or they are back.
 *
 * @param kysely database, outside any transaction
 * @param record whose topic was there and is not
 * @param why what the forum said
 * @return whether it may; an alarm that this raised says so
 */
export async function mayMarkGone(kysely: Kysely<Tables>, record: string, why: Why): Promise<{ may: boolean, raised?: VanishedAlarm }> {
	return await kysely.transaction().execute(async (transaction) => {
		const alarm = await lockAlarm(transaction)
		await sql`delete from vanished_topic where not held and seen_at < now() + make_interval(secs => ${-WINDOW_SECONDS})`.execute(transaction)
		const { rows: [mine] } = await sql<{ confirmed: boolean }>`
			insert into vanished_topic (record_id, why) values (${record}, ${why})
			on conflict (record_id) do update set why = excluded.why returning confirmed
		`.execute(transaction)
		if (mine?.confirmed === true) {
			return { may: true }
		}
		const { rows: [counts] } = await sql<{ vanished: number, linked: number }>`
			select (select count(*)::int from vanished_topic where not confirmed) as vanished,
				(select count(*)::int from topic_link where topic_id is not null and (state <> 'gone' or record_id in (select record_id from vanished_topic))) as linked
		`.execute(transaction)
		const { vanished, linked } = counts ?? { vanished: 0, linked: 0 }
		if (alarm.since === null && (vanished < LEAST || vanished <= linked * PART)) {
			return { may: true }
		}
		await transaction.updateTable('vanished_topic').set({ held: true }).where('record_id', '=', record).execute()
		const now = { since: alarm.since ?? new Date(await databaseSeconds(transaction) * 1000).toISOString(), vanished, linked }
		await keepAlarm(transaction, now)
		return alarm.since === null ? { may: false, raised: now } : { may: false }
	})
}

/**
 * Notes that a topic is there. When it was among those that vanished at once, the others may be back too.
 *
 * @param transaction that locked the need already; hints are left in it
 * @param record whose topic was read
 * @return whether an alarm ended with it
 */
export async function noteThere(transaction: Kysely<Tables>, record: string): Promise<boolean> {
	const gone = await transaction.deleteFrom('vanished_topic').where('record_id', '=', record).returning('held').executeTakeFirst()
	if (gone?.held !== true) {
		return false
	}
	const alarm = await lockAlarm(transaction)
	const held = await transaction.selectFrom('vanished_topic').select('record_id').where('held', '=', true).execute()
	if (alarm.since !== null && held.length === 0) {
		await keepAlarm(transaction, CALM)
		return true
	}
	if (!await isUnderWay(transaction)) {
		await leaveHintsWhereNone(transaction, held.map(({ record_id: other }) => ({ record: other, reason: COMING_BACK, priority: Priority.audit })))
	}
	return false
}

/** Whether all that vanished are being asked for already: one that is found then says nothing new of the others. */
async function isUnderWay(transaction: Kysely<Tables>): Promise<boolean> {
	return await transaction.selectFrom('hint').select('record').where('reason', '=', COMING_BACK).where(sql<boolean>`due_at <= now()`).limit(1).executeTakeFirst() !== undefined
}

/**
 * A person says that what vanished is gone: it is looked at again and marked.
 *
 * @param kysely database
 * @return how many topics; null when no alarm was on
 */
export async function confirmGone(kysely: Kysely<Tables>): Promise<number | null> {
	return await kysely.transaction().execute(async (transaction) => {
		if ((await lockAlarm(transaction)).since === null) {
			return null
		}
		await keepAlarm(transaction, CALM)
		await transaction.updateTable('vanished_topic').set({ confirmed: true, held: false, seen_at: sql<Date>`now()` }).where('held', '=', false).execute()
		const held = await transaction.updateTable('vanished_topic').set({ confirmed: true, held: false, seen_at: sql<Date>`now()` }).where('held', '=', true).returning('record_id').execute()
		await leaveHints(transaction, held.map(({ record_id: record }) => ({ record, reason: 'confirmed as gone', priority: Priority.change })))
		return held.length
	})
}

/**
 * One of the topics that vanished, to be asked for again and again: when it is back, so may be the others.
 *
 * @param kysely database or transaction
 */
export async function hintAtCanary(kysely: Kysely<Tables>): Promise<void> {
	const canary = await kysely.selectFrom('vanished_topic').select('record_id').where('held', '=', true).orderBy('seen_at').limit(1).executeTakeFirst()
	if (canary !== undefined) {
		await leaveHints(kysely, [{ record: canary.record_id, reason: 'canary of vanished topics', priority: Priority.detection }])
	}
}

async function lockAlarm(transaction: Kysely<Tables>): Promise<VanishedAlarm> {
	await transaction.insertInto('detection').values({ name: 'vanished', state: JSON.stringify(CALM) }).onConflict((conflict) => conflict.doNothing()).execute()
	const row = await transaction.selectFrom('detection').select('state').where('name', '=', 'vanished').forUpdate().executeTakeFirst()
	return (row?.state ?? CALM) as VanishedAlarm
}

async function keepAlarm(transaction: Kysely<Tables>, alarm: VanishedAlarm): Promise<void> {
	await transaction.updateTable('detection').set({ state: JSON.stringify(alarm) }).where('name', '=', 'vanished').execute()
}
