/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Topic } from '../state/model.ts'

import { failure, ok } from '../answer.ts'
import { text } from '../fields.ts'
import { notFound } from '../topics/find-topic.ts'

/** The forum's own limit is higher; this is the query's. */
const MOST_ROWS = 1000

/**
 * POST …/queries/{id}/run.json. There is no database here: what a query of changed topics says is computed, from the
 * dates that the forum really keeps; a query without the parameter `since` is refused as one with a fault in its SQL.
 *
 * @param forum that is asked
 * @param call with the query's id, and its parameters as a JSON text
 */
export function runQuery(forum: Forum, call: Call): Answer {
	const query = forum.state.data.queries.find(({ id }) => id === Number(call.params.id))
	if (query === undefined) {
		throw notFound(forum)
	}
	const from = parametersOf(text(call.body.params))
	if (from === undefined || !query.sql.includes(':since')) {
		return failure(422, null, ['PG::SyntaxError'])
	}
	const rows = forum.state.data.topics
		.filter((topic) => topic.archetype === 'regular' || topic.externalId !== null)
		.map((topic): [number, string] => [topic.id, changedAt(forum, topic)])
		.filter(([id, at]) => at > from.since || (at === from.since && id > from.after))
		.sort(([a, atA], [b, atB]) => atA === atB ? a - b : atA < atB ? -1 : 1)
		.slice(0, MOST_ROWS)
	return ok({ success: true, errors: [], duration: 4.2, result_count: rows.length, params: from, columns: ['topic_id', 'changed_at'], default_limit: 1000, relations: {}, colrender: {}, rows })
}

/** A whisper is nobody's business; a rewritten name leaves no date. */
function changedAt(forum: Forum, topic: Topic): string {
	const posts = forum.state.postsOf(topic.id).filter(({ postType }) => postType !== 4)
	const dates = posts.flatMap(({ updatedAt, deletedAt, revisions }) => [updatedAt, deletedAt ?? '', revisions.at(-1)?.at ?? ''])
	return [topic.createdAt, topic.deletedAt ?? '', ...dates].sort().at(-1) ?? ''
}

function parametersOf(params: string | undefined): { since: string, after: number } | undefined {
	try {
		const { since, after } = JSON.parse(params ?? '') as { since?: unknown, after?: unknown }
		return typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? { since: new Date(since).toISOString(), after: Number(after ?? 0) } : undefined
	} catch {
		return undefined
	}
}
