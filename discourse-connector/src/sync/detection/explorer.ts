/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ChangedTopic } from '../../forum/explorer.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { DetectionParts } from './parts.ts'
import type { ExplorerState } from './state-store.ts'

import { findQuery, runSweep } from '../../forum/explorer.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { linkedTopics } from './linked-topics.ts'
import { readState, writeState } from './state-store.ts'

/** A plugin is not installed, nor a key given, every hour. */
const RETRY_SECONDS = 86_400
/** Longer than a forum takes to save what it has dated. */
const OVERLAP_MS = 5 * 60_000
const FRESH: ExplorerState = { trouble: null, query: null, upTo: null, handled: {} }

/**
 * Asks the forum's database, by its plugin Data Explorer, which topics changed since the last time: where an admin has
 * stored the query and the key may run it, this tells also what no list shows.
 *
 * @param parts of detection
 * @param look at `detect-explorer`
 * @throws {ForumFailure}
 */
export async function detectFromExplorer(parts: DetectionParts, look: Look): Promise<Verdict> {
	const { settings, log, database: { kysely } } = parts
	const before = await readState(kysely, 'explorer') ?? FRESH
	const query = before.query ?? await findQuery(parts.adminClient, settings.sweepQuery)
	const result = query === null ? null : await runSweep(parts.adminClient, query, sinceOf(before))
	if (query === null || result === null) {
		if (before.query !== null) {
			log.warn({ query: settings.sweepQuery }, 'The forum’s Data Explorer does not run the connector’s query any more. Lists and the audit find what changes')
		}
		await kysely.transaction().execute((transaction) => writeState(transaction, 'explorer', { ...before, trouble: 'not-allowed', query: null }, false))
		return { lookAgainAfterSeconds: RETRY_SECONDS, reason: 'explorer' }
	}
	if (before.query === null) {
		log.info({ query: settings.sweepQuery }, 'The forum’s Data Explorer tells which topics changed')
	}
	const fresh = result.topics.filter(({ topicId, changedAt }) => before.handled[topicId] !== changedAt)
	await look.assertMine()
	await kysely.transaction().execute(async (transaction) => {
		await writeState(transaction, 'explorer', { trouble: null, query: { id: query.id, address: result.address }, ...reached(before, result.topics) })
		const links = await linkedTopics(transaction, fresh.map(({ topicId }) => topicId))
		const news = fresh.filter(({ topicId, changedAt }) => changedAt > (links.get(topicId)?.lastRead?.upTo ?? ''))
		await leaveHints(transaction, news.map(({ topicId }) => ({ record: links.get(topicId)?.record ?? `topic-${topicId}`, reason: 'explorer', priority: Priority.detection })))
	})
	return { lookAgainAfterSeconds: settings.listsSeconds, reason: 'explorer' }
}

/** At first a day back: what is older, the audit reads. */
function sinceOf({ upTo }: ExplorerState): string {
	return new Date(upTo === null ? Date.now() - 86_400_000 : Date.parse(upTo) - OVERLAP_MS).toISOString()
}

function reached(before: ExplorerState, topics: readonly ChangedTopic[]): Pick<ExplorerState, 'upTo' | 'handled'> {
	const upTo = topics.map(({ changedAt }) => changedAt).concat(before.upTo ?? []).sort().at(-1) ?? null
	const edge = upTo === null ? '' : new Date(Date.parse(upTo) - OVERLAP_MS).toISOString()
	return { upTo, handled: Object.fromEntries(topics.filter(({ changedAt }) => changedAt >= edge).map(({ topicId, changedAt }) => [topicId, changedAt])) }
}
