/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Looks at many records of a forum that answers at once, and prints its memory after a tenth and at the end, as JSON.
 * Needs --expose-gc. Told by its argument: {records, mostSeconds}.
 */
import type { OldTopic } from './long-ago.ts'

import { renderTopic } from '@emancipasso/shared/community/topic'
import { recordOf } from '../../../discourse-connector/src/community/tables.ts'
import { leaveHints } from '../../../discourse-connector/src/platform/hints.ts'
import { joinEngine, publicationOf, RENDERING } from './engine.ts'
import { startInstantForum } from './instant-forum.ts'
import { keepLinks } from './long-ago.ts'
import { publishNeeds } from './publish-needs.ts'
import { stores } from './stores.ts'

/** What a process holds. */
export interface MemoryAt {
	records: number
	/** In bytes. */
	heapUsed: number
	rss: number
	store: string
}

const WAVE = 1000
/** Until then a process still grows what it works with. */
const WARM = 2000
const CONCURRENCY = 8

const { records, mostSeconds } = JSON.parse(process.argv[2] ?? '{}') as { records: number, mostSeconds: number }
const [store] = stores
if (store === undefined) {
	throw new Error('There is no database.')
}
const { database, close } = await store.open()
const forum = await startInstantForum()
const { drain } = joinEngine(database, forum.url, { concurrency: CONCURRENCY })
const started = Date.now()
const isLate = (share = 1) => Date.now() - started > share * mostSeconds * 1000

let looked = 0
const measured: MemoryAt[] = []
// Where time ends first, at least as much again is looked at as was before the first measuring.
while (looked < records && (!isLate() || looked < 2 * (measured[0]?.records ?? records))) {
	await lookAtNew(looked, WAVE)
	looked += WAVE
	if (measured.length === 0 && looked >= WARM && (looked >= records / 10 || isLate(0.25))) {
		measured.push(measure())
	}
}
measured.push(measure())
console.log(JSON.stringify(measured))
await forum.close()
await close()

/**
 * Records that are linked already, each of which is read and found as it should be.
 *
 * @param from number of the first
 * @param count of them
 */
async function lookAtNew(from: number, count: number): Promise<void> {
	const numbers = Array.from({ length: count }, (_, index) => from + index)
	const uuids = await publishNeeds(database, numbers, false)
	await keepLinks(database, uuids.map((uuid, index): OldTopic => {
		const topicId = from + index + 1
		const category = RENDERING.categories['tool-advice']
		const { title, body, tags } = renderTopic(publicationOf(from + index), { uuid, language: RENDERING.language, status: 'published', supports: 0 })
		forum.put(topicId, { externalId: recordOf(uuid), title, raw: body.trimEnd(), category, tags })
		return { uuid, topicId, firstPostId: topicId, title, body: body.trimEnd(), category, tags: [...tags].sort(), createdAt: '2026-02-01T10:00:00.000Z' }
	}))
	await leaveHints(database.kysely, uuids.map((uuid) => ({ record: recordOf(uuid), reason: 'bench' })))
	await drain()
}

function measure(): MemoryAt {
	globalThis.gc?.()
	globalThis.gc?.()
	const { heapUsed, rss } = process.memoryUsage()
	return { records: looked, heapUsed, rss, store: store?.name ?? '' }
}
