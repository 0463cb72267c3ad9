/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'

import { z } from 'zod'
import { ForumFailure } from './outcome.ts'

/** Where the plugin Data Explorer answers: by itself, and bundled with recent forums. */
const ADDRESSES = ['/admin/plugins/explorer', '/admin/plugins/discourse-data-explorer'] as const

/** As many topics as the query tells of at once. */
const FULL = 1000

/** Which query to run; the address once it is known. */
export interface StoredQuery { id: number, address?: string | undefined }

/** A topic in which something changed, and when by the forum's clock. */
export interface ChangedTopic { topicId: number, changedAt: string }

const QueryList = z.looseObject({ queries: z.array(z.looseObject({ id: z.number().int(), name: z.string() })) })
const Result = z.looseObject({ success: z.literal(true), columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

/**
 * Finds a stored query. A number is believed where the key may run queries but not list them.
 *
 * @param client of the forum
 * @param nameOrId as its author sees it
 * @return null when there is none, or none that the key may see
 * @throws {ForumFailure}
 */
export async function findQuery(client: ForumClient, nameOrId: string): Promise<StoredQuery | null> {
	const name = nameOrId.trim().toLowerCase()
	if (/^\d{1,9}$/.test(name)) {
		return { id: Number(name) }
	}
	for (const address of ADDRESSES) {
		const list = await unlessRefused(client.request({ method: 'GET', path: `${address}/queries.json` }, QueryList))
		const found = list?.queries.find((query) => query.name.trim().toLowerCase() === name)
		if (found !== undefined) {
			return { id: found.id, address }
		}
	}
	return null
}

/**
 * Runs the query of the sweep: every topic that changed after an instant.
 *
 * @param client of the forum
 * @param query which
 * @param since ISO instant of the forum's clock
 * @return null when the key may not run it, or it is not there
 * @throws {ForumFailure}
 */
export async function runSweep(client: ForumClient, query: StoredQuery, since: string): Promise<{ topics: ChangedTopic[], address: string } | null> {
	for (const address of query.address === undefined ? ADDRESSES : [query.address]) {
		const topics = new Map<number, ChangedTopic>()
		let from = { since, after: 0 }
		for (;;) {
			const body = { params: JSON.stringify({ since: from.since, after: String(from.after) }), limit: 'ALL' }
			const result = await unlessRefused(client.request({ method: 'POST', path: `${address}/queries/${query.id}/run.json`, body }, Result))
			if (result === null) {
				break
			}
			const some = changedTopics(result)
			some.forEach((topic) => topics.set(topic.topicId, topic))
			const last = some.at(-1)
			// A query that somebody edited may give the same again without end.
			if (last === undefined || some.length < FULL || (last.changedAt === from.since && last.topicId === from.after)) {
				return { topics: [...topics.values()], address }
			}
			from = { since: last.changedAt, after: last.topicId }
		}
	}
	return null
}

function changedTopics({ columns, rows }: z.output<typeof Result>): ChangedTopic[] {
	const [topic, changed] = [columns.indexOf('topic_id'), columns.indexOf('changed_at')]
	return rows.flatMap((row) => {
		const [topicId, at] = [Number(row[topic]), instantOf(row[changed])]
		return Number.isSafeInteger(topicId) && at !== null ? [{ topicId, changedAt: at }] : []
	})
}

/** What this key may not do is no trouble of the forum. */
async function unlessRefused<Reply>(call: Promise<Reply>): Promise<Reply | null> {
	try {
		return await call
	} catch (error) {
		if (error instanceof ForumFailure && ['forbidden', 'not-found', 'refused', 'moved', 'unreadable'].includes(error.kind)) {
			return null
		}
		throw error
	}
}

/** The database of a forum writes UTC without saying so. */
function instantOf(value: unknown): string | null {
	const text = typeof value === 'string' ? value.trim().replace(' ', 'T') : ''
	const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
	return Number.isNaN(time) ? null : new Date(time).toISOString()
}
