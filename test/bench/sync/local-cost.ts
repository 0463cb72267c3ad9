/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../../discourse-connector/src/platform/database.ts'
import type { Result } from '../result.ts'
import type { Size } from './changes.ts'
import type { InstantForum } from './instant-forum.ts'

import { sql } from 'kysely'
import { recordOf } from '../../../discourse-connector/src/community/tables.ts'
import { leaveHints } from '../../../discourse-connector/src/platform/hints.ts'
import { percentile } from '../result.ts'
import { joinEngine, publicationOf } from './engine.ts'
import { startInstantForum } from './instant-forum.ts'
import { publishNeeds } from './publish-needs.ts'
import { stores } from './stores.ts'

const ROUNDS = 3
const AT_ONCE = 4

/**
 * What the connector itself costs: records a second that it brings to a forum which answers at once, and that it finds
 * unchanged, beside the least that could make the same calls and keep one row of each. One round warms up; then both are
 * measured in turn.
 *
 * @param size of it
 */
export async function localCost(size: Size): Promise<Result[]> {
	const results: Result[] = []
	for (const store of stores) {
		const { database, close } = await store.open()
		const forum = await startInstantForum()
		try {
			results.push(...await measure(`${store.name}`, database, forum, size(200)))
		} finally {
			await forum.close()
			await close()
		}
	}
	if (stores.length === 1) {
		console.error('PostgreSQL: skipped, there is none on this machine.')
	}
	return results
}

async function measure(name: string, database: Database, forum: InstantForum, count: number): Promise<Result[]> {
	const { kysely } = database
	const { drain } = joinEngine(database, forum.url)
	await sql`create table bench_row (id bigserial primary key, topic_id bigint, state text not null)`.execute(kysely)
	const rates = { created: [] as number[], bareCreated: [] as number[], unchanged: [] as number[], bareUnchanged: [] as number[] }
	for (let round = 0; round <= ROUNDS; round++) {
		const uuids = await publishNeeds(database, Array.from({ length: count }, (_, index) => round * count + index))
		const created = await perSecond(count, drain)
		await leaveHints(kysely, uuids.map((uuid) => ({ record: recordOf(uuid), reason: 'audit' })))
		const unchanged = await perSecond(count, drain)
		const topics: number[] = []
		const bareCreated = await perSecond(count, () => atOnce(count, async (index) => void topics.push(await createBarely(database, forum.url, round * count + index))))
		const bareUnchanged = await perSecond(count, () => atOnce(count, async (index) => readBarely(database, forum.url, topics[index] ?? 0)))
		if (round > 0) {
			rates.created.push(created)
			rates.unchanged.push(unchanged)
			rates.bareCreated.push(bareCreated)
			rates.bareUnchanged.push(bareUnchanged)
		}
	}
	const result = (metric: string, [value, baseline]: readonly [number, number]): Result => ({ metric: `${metric}, ${name}`, value, unit: 'per second', baseline, ratio: value / baseline, aim: 'none of its own: beside the bare calls and one row', ok: true })
	return [
		result('records brought to a forum that answers at once', [percentile(rates.created, 0.5), percentile(rates.bareCreated, 0.5)]),
		result('records read again and found unchanged', [percentile(rates.unchanged, 0.5), percentile(rates.bareUnchanged, 0.5)]),
	]
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
	const start = performance.now()
	await work()
	return count / (performance.now() - start) * 1000
}

async function atOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
	let next = 0
	await Promise.all(Array.from({ length: AT_ONCE }, async () => {
		while (next < count) {
			await work(next++)
		}
	}))
}

async function createBarely({ kysely }: Database, url: string, number: number): Promise<number> {
	const { rows: [row] } = await sql<{ id: number }>`insert into bench_row (state) values ('sent') returning id`.execute(kysely)
	const { title, sections } = publicationOf(number)
	const response = await fetch(`${url}/posts.json`, { method: 'POST', body: JSON.stringify({ title, raw: JSON.stringify(sections), category: 6, tags: [], external_id: `bare-${number}` }) })
	const { topic_id: topicId } = await response.json() as { topic_id: number }
	await readBarely({ kysely }, url, topicId)
	await sql`update bench_row set topic_id = ${topicId}, state = 'linked' where id = ${row?.id ?? 0}`.execute(kysely)
	return topicId
}

async function readBarely({ kysely }: Pick<Database, 'kysely'>, url: string, topicId: number): Promise<void> {
	const response = await fetch(`${url}/t/${topicId}.json`)
	const { title } = await response.json() as { title: string }
	await sql`update bench_row set state = ${title} where topic_id = ${topicId}`.execute(kysely)
}
