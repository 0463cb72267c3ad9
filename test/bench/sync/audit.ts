/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { Version } from './oracle.ts'

import { sql } from 'kysely'
import { leaveHints, Priority } from '../../../discourse-connector/src/platform/hints.ts'
import { linkedLongAgo } from './long-ago.ts'
import { openWorld } from './world.ts'

const STEP_SECONDS = 300
const STEPS_A_DAY = 86_400 / STEP_SECONDS
const CALLS_PER_DAY = 4320

/**
 * How much the audit of ten thousand topics costs, and how long it takes at the usual calls a day.
 *
 * @param version of the forum
 * @param size of it
 */
export async function auditOfAll(version: Version, size: Size): Promise<Result[]> {
	const topics = size(10_000)
	const world = await openWorld(version, CALLS_PER_DAY)
	try {
		await linkedLongAgo(world, topics)
		await leaveHints(world.database.kysely, [{ record: 'audit-topics', reason: 'bench', priority: Priority.person }])
		const perStep: number[] = []
		for (let left = topics; left > 0;) {
			await world.drain()
			perStep.push(world.count().work)
			world.pass(STEP_SECONDS)
			const { rows: [unread] } = await sql<{ count: number }>`select count(*)::int as count from topic_link where audited_at is null`.execute(world.database.kysely)
			left = unread?.count ?? 0
		}
		const sum = (some: readonly number[]) => some.reduce((total, calls) => total + calls, 0)
		const calls = sum(perStep)
		const days = perStep.length / STEPS_A_DAY
		const busiestDay = Math.max(...perStep.map((_, start) => sum(perStep.slice(start, start + STEPS_A_DAY))))
		const leastDays = topics / CALLS_PER_DAY
		return [
			{ metric: `audit of ${topics} topics, forum ${version}`, value: calls, unit: 'calls', baseline: topics, ratio: calls / topics, aim: '≤ 1.02', ok: calls <= 1.02 * topics },
			{ metric: `how long it takes at ${CALLS_PER_DAY} calls a day`, value: days, unit: 'days', baseline: leastDays, ratio: days / leastDays, aim: '≤ 1.05', ok: days <= 1.05 * leastDays },
			{ metric: 'calls of the audit in its busiest day', value: busiestDay, unit: 'calls', baseline: CALLS_PER_DAY, ratio: busiestDay / CALLS_PER_DAY, aim: '≤ 1.01', ok: busiestDay <= 1.01 * CALLS_PER_DAY },
		]
	} finally {
		await world.close()
	}
}
