/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentPatch, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { JsonObject } from '../documents/merge-patch.ts'

import { vi } from 'vitest'
import { applyPatch } from '../documents/merge-patch.ts'

/** A call that reached the server. */
export interface Seen {
	method: string
	path: string
	body: JsonObject | null
}

/** What a route answers: a status, the data, and words for people. */
export interface Answer {
	status: number
	data?: unknown
	message?: string
}

export type Route = (seen: Seen) => Answer

/**
 * Answers the app's calls in the OCS form, as a server would; without a network when `offline` is set.
 *
 * @param route answers each call
 */
export function fakeServer(route: Route) {
	const server = { offline: false, seen: [] as Seen[] }
	vi.stubGlobal('fetch', async (url: string, request: RequestInit = {}) => {
		if (server.offline) {
			throw new TypeError('Failed to fetch')
		}
		const path = decodeURIComponent(url.replace(/^.*\/api\/v1/, ''))
		const seen = { method: request.method ?? 'GET', path, body: typeof request.body === 'string' ? JSON.parse(request.body) as JsonObject : null }
		server.seen.push(seen)
		const { status, data = null, message = '' } = route(seen)
		return new Response(JSON.stringify({ ocs: { meta: { status: status < 300 ? 'ok' : 'failure', statuscode: status, message }, data } }), { status })
	})
	return server
}

/**
 * A stored document as the server would first answer it.
 *
 * @param document its content
 */
export function storedDocument(document: JsonObject): StoredDocument {
	return {
		id: '11111111-1111-4111-8111-111111111111',
		kind: 'need',
		title: 'A need',
		status: 'draft',
		dueDate: null,
		owner: null,
		ownerName: '',
		revision: 1,
		createdAt: '2026-01-01T10:00:00.000Z',
		updatedAt: '2026-01-01T10:00:00.000Z',
		answeredAt: null,
		updatedByName: 'Camille',
		document,
		approval: null,
		publication: null,
	}
}

/**
 * The document store of the server, for one document: merge patches on a revision, 409 with the stored document.
 *
 * @param stored what it holds at first, last saved by the person whose page is tested
 */
export function documentStore(stored: StoredDocument) {
	const store = { stored }
	const route: Route = ({ method, body }) => {
		if (method === 'PATCH') {
			const patch = body as JsonObject & DocumentPatch
			if (patch.revision !== store.stored.revision) {
				return { status: 409, data: store.stored }
			}
			store.stored = { ...store.stored, title: patch.title ?? store.stored.title, status: patch.status ?? store.stored.status, updatedByName: stored.updatedByName, revision: store.stored.revision + 1, document: applyPatch(store.stored.document, patch.patch) }
		}
		return { status: 200, data: store.stored }
	}
	/**
	 * Somebody else saves a change.
	 *
	 * @param change merge patch
	 * @param name who it is
	 */
	function changeByOther(change: JsonObject, name = 'Dominique'): void {
		store.stored = { ...store.stored, revision: store.stored.revision + 1, updatedByName: name, document: applyPatch(store.stored.document, change) }
	}
	return { store, route, changeByOther }
}
