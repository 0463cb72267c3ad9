/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { TopicRow } from '../../forum/replies.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { Hint } from '../../platform/hints.ts'
import type { Tables } from '../../platform/tables.ts'
import type { DetectionParts } from './parts.ts'
import type { ListsState } from './state-store.ts'

import { readRecentTopics } from '../../forum/topic-lists.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { readMapping } from '../topics/mapping.ts'
import { linkedTopics } from './linked-topics.ts'
import { digestOfRow, isNews } from './news.ts'
import { readState, writeState } from './state-store.ts'

/** What is saved on a forum at one instant is shown a little later. */
const OVERLAP_MS = 2 * 60_000
/** Rows to remember, the newest ones: more than two first pages. */
const MOST_ROWS = 200

/**
 * Reads the lists by activity and by creation back to where they were read last, and hints at linked topics of which they
 * say something new, and at new topics where people may have written one for us. What is not listed says nothing.
 *
 * @param parts of detection
 * @param look at `detect-lists`
 * @throws {ForumFailure}
 */
export async function detectFromLists(parts: DetectionParts, look: Look): Promise<Verdict> {
	const { client, database: { kysely } } = parts
	const before = await readState(kysely, 'lists')
	// At first there is nothing to go back to: the newest page shows where to begin, and the audit reads the rest.
	const isOld = (since: string | undefined, at: (row: TopicRow) => string | null) => (row: TopicRow) => since === undefined || (at(row) ?? '') < earlier(since)
	const active = await readRecentTopics(client, 'activity', isOld(before?.activity, ({ bumpedAt }) => bumpedAt))
	const created = await readRecentTopics(client, 'created', isOld(before?.created, ({ createdAt }) => createdAt), { busy: !active.quiet })
	if (!active.complete || !created.complete) {
		parts.log.warn('The forum’s lists are too long to be read back to where they were read last. What they say further down is left to the audit')
	}
	const rows = [...new Map([...active.topics, ...created.topics].map((row) => [row.id, row])).values()]
	const news = rows.filter((row) => before?.rows[row.id] !== digestOfRow(row))
	await look.assertMine()
	await kysely.transaction().execute(async (transaction) => {
		await writeState(transaction, 'lists', stateAfter(before, rows))
		await leaveHints(transaction, await hintsAtNews(parts, transaction, news))
	})
	return { lookAgainAfterSeconds: await listsInterval(parts), reason: 'lists' }
}

/**
 * How long to wait between two readings: less while no webhook comes.
 *
 * @param parts of detection
 */
async function listsInterval(parts: DetectionParts): Promise<number> {
	const { database, settings } = parts
	const journal = await readState(database.kysely, 'journal')
	const isDeaf = settings.pollingOnly || journal?.trouble === 'no-hook' || journal?.trouble === 'switched-off'
	return isDeaf ? Math.min(settings.pollingSeconds, settings.listsSeconds) : settings.listsSeconds
}

async function hintsAtNews(parts: DetectionParts, transaction: Kysely<Tables>, rows: readonly TopicRow[]): Promise<Hint[]> {
	const links = await linkedTopics(transaction, rows.map(({ id }) => id))
	const ours = Object.values((await readMapping(transaction, parts)).categories)
	return rows.flatMap((row): Hint[] => {
		const link = links.get(row.id)
		if (link !== undefined) {
			return isNews(row, link.lastRead) ? [{ record: link.record, reason: 'lists', priority: Priority.detection }] : []
		}
		return row.categoryId !== null && ours.includes(row.categoryId) ? [{ record: `topic-${row.id}`, reason: 'lists', priority: Priority.detection }] : []
	})
}

function stateAfter(before: ListsState | null, rows: readonly TopicRow[]): ListsState {
	const newest = [...rows].sort((a, b) => (a.bumpedAt ?? '') < (b.bumpedAt ?? '') ? 1 : -1)
	const byCreation = [...rows].sort((a, b) => (a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1)
	const kept = new Set([...newest.slice(0, MOST_ROWS / 2), ...byCreation.slice(0, MOST_ROWS / 2)])
	return {
		activity: latest([before?.activity, newest[0]?.bumpedAt]),
		created: latest([before?.created, byCreation[0]?.createdAt]),
		rows: Object.fromEntries([...kept].map((row) => [row.id, digestOfRow(row)])),
	}
}

function latest(instants: readonly (string | null | undefined)[]): string {
	return instants.map((instant) => instant ?? '').sort().at(-1) || new Date(0).toISOString()
}

function earlier(instant: string): string {
	return new Date(Date.parse(instant) - OVERLAP_MS).toISOString()
}
