/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { VanishedAlarm } from '../../sync/detection/state-store.ts'

import { sql } from 'kysely'
import { readState } from '../../sync/detection/state-store.ts'

/** How many days of drift are shown. */
export const DRIFT_DAYS = 14

/** How the queue of looks stands; only looks at records, not at detection itself. */
export interface Queue {
	due: number
	looking: number
	later: number
	failing: number
	/** How long the oldest that is due waits, in seconds; null when none does. */
	oldest: number | null
	/** Due by priority: people, changes, detection, audit. */
	priorities: [number, number, number, number]
}

/** What the audit has read again. */
export interface AuditProgress {
	linked: number
	/** Within the last day. */
	read: number
	/** Of the topic that was not read for the longest; null without topics or before the first reading. */
	oldest: Date | null
}

/** @param kysely database */
export async function readQueue(kysely: Kysely<Tables>): Promise<Queue> {
	const { rows: [row] } = await sql<Omit<Queue, 'priorities'> & { p0: number, p1: number, p2: number, p3: number }>`
		with waiting as (select *, claim is null and due_at <= now() as is_due from hint where record like 'need-%' or record like 'topic-%')
		select
			count(*) filter (where is_due)::int as due,
			count(*) filter (where claim is not null)::int as looking,
			count(*) filter (where claim is null and not is_due)::int as later,
			count(*) filter (where failures > 0)::int as failing,
			extract(epoch from now() - min(due_at) filter (where is_due))::float8 as oldest,
			count(*) filter (where is_due and priority = 0)::int as p0,
			count(*) filter (where is_due and priority = 1)::int as p1,
			count(*) filter (where is_due and priority = 2)::int as p2,
			count(*) filter (where is_due and priority = 3)::int as p3
		from waiting
	`.execute(kysely)
	const { p0 = 0, p1 = 0, p2 = 0, p3 = 0, ...queue } = row ?? { due: 0, looking: 0, later: 0, failing: 0, oldest: null }
	return { ...queue, priorities: [p0, p1, p2, p3] }
}

/** @param kysely database */
export async function readAuditProgress(kysely: Kysely<Tables>): Promise<AuditProgress> {
	return await kysely.selectFrom('topic_link').where('topic_id', 'is not', null)
		.select([
			sql<number>`count(*)::int`.as('linked'),
			sql<number>`count(*) filter (where audited_at > now() - interval '1 day')::int`.as('read'),
			sql<Date | null>`min(audited_at)`.as('oldest'),
		]).executeTakeFirstOrThrow()
}

/**
 * When each kind of detection last came to its end, and the last webhook (`webhook`).
 *
 * @param kysely database
 */
export async function readDetections(kysely: Kysely<Tables>): Promise<Map<string, Date>> {
	const rows = await kysely.selectFrom('detection').select(['name', 'done_at']).where('done_at', 'is not', null).execute()
	return new Map(rows.flatMap(({ name, done_at: at }) => at === null ? [] : [[name, new Date(at)]]))
}

/**
 * Records in which looking found and mended a difference that nobody had told of, by day, the oldest first.
 *
 * @param kysely database
 */
export async function readDrift(kysely: Kysely<Tables>): Promise<number[]> {
	const { rows } = await sql<{ records: number }>`
		select coalesce(sum(drift_count.records), 0)::int as records
		from generate_series(current_date - ${DRIFT_DAYS - 1}::int, current_date, interval '1 day') as days(day)
		left join drift_count on drift_count.day::date = days.day::date
		group by days.day order by days.day
	`.execute(kysely)
	return rows.map(({ records }) => records)
}

/**
 * The alarm of a mass disappearance.
 *
 * @param kysely database
 * @return null while all is well
 */
export async function readAlarm(kysely: Kysely<Tables>): Promise<VanishedAlarm & { since: string } | null> {
	const alarm = await readState(kysely, 'vanished')
	return alarm?.since === null || alarm?.since === undefined ? null : { ...alarm, since: alarm.since }
}
