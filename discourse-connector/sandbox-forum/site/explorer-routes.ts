/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum, Handler } from '../forum.ts'
import type { StoredQuery } from '../state/model.ts'

import { ok } from '../answer.ts'
import { record, text } from '../fields.ts'
import { adminOnly } from '../forum.ts'
import { notFound } from '../topics/find-topic.ts'
import { runQuery } from './explorer-run.ts'

/** GET …/queries.json of the plugin Data Explorer; under its old address a recent forum redirects. */
export function getQueries(address: 'old' | 'new'): Handler {
	return explorer(address, (forum) => address === 'old' && forum.features.bundledExplorer
		? { status: 301, location: `${forum.baseUrl}/admin/plugins/discourse-data-explorer/queries` }
		: ok({ queries: forum.state.data.queries.map(({ id, name, description }) => ({ id, name, description, username: 'system', group_ids: [], last_run_at: null })) }))
}

/** POST …/queries.json */
export function postQuery(address: 'old' | 'new'): Handler {
	return explorer(address, (forum, call) => {
		const sent = record(call.body.query)
		const query: StoredQuery = { id: forum.state.newId(), name: text(sent.name) ?? '', description: text(sent.description) ?? '', sql: text(sent.sql) ?? '' }
		forum.state.data.queries.push(query)
		return ok({ query: { ...query, param_info: [], hidden: false } })
	})
}

/** POST …/queries/{id}/run.json */
export function postRun(address: 'old' | 'new'): Handler {
	return explorer(address, (forum, call) => address === 'old' && forum.features.bundledExplorer
		? { status: 301, location: `${forum.baseUrl}/admin/plugins/discourse-data-explorer/queries` }
		: runQuery(forum, call))
}

function explorer(address: 'old' | 'new', handler: Handler): Handler {
	return adminOnly((forum: Forum, call) => {
		if (!forum.settings.dataExplorerEnabled || (address === 'new' && !forum.features.bundledExplorer)) {
			throw notFound(forum)
		}
		return handler(forum, call)
	})
}
