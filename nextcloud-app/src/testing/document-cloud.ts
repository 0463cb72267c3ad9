/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentPatch, HistoryEntry, NewDocument, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { JsonObject } from '../documents/merge-patch.ts'
import type { Answer, Seen } from './fake-server.ts'

import { applyPatch } from '../documents/merge-patch.ts'
import { storedDocument } from './fake-server.ts'

/** Who writes in tests. */
const reader = 'Camille'

/**
 * The store of the server, for all documents of an organisation: each save makes a revision and an entry of the history.
 *
 * @param documents what it holds at first
 */
export function documentCloud(documents: readonly StoredDocument[] = []) {
	const stored = new Map(documents.map((document) => [document.id, document]))
	const history = new Map<string, HistoryEntry[]>()
	let saves = 0
	let room = Infinity

	function keep(id: string, document: StoredDocument, patch: JsonObject, byName = reader): StoredDocument {
		// A minute later each time, so that the order can be told.
		const at = new Date(Date.UTC(2026, 0, 2, 10, saves++)).toISOString()
		const kept = { ...document, updatedAt: at, updatedByName: byName }
		stored.set(id, kept)
		history.set(id, [{ revision: kept.revision, at, byName, patch }, ...history.get(id) ?? []])
		return kept
	}

	function patchOf(document: StoredDocument, { patch, ...columns }: Omit<DocumentPatch, 'revision'>, byName?: string): StoredDocument {
		return keep(document.id, { ...document, ...columns as Partial<StoredDocument>, revision: document.revision + 1, document: applyPatch(document.document, patch) }, patch, byName)
	}

	function create(given: NewDocument): Answer {
		const known = stored.get(given.id)
		return known ? { status: 200, data: known } : { status: 201, data: keep(given.id, { ...storedDocument(given.document), ...given as object }, given.document) }
	}

	/**
	 * Answers a call to the documents of an organisation.
	 *
	 * @param seen the call
	 */
	function route(seen: Seen): Answer {
		const { method, path, body } = seen
		const [address, query] = path.split('?')
		const asked = new URLSearchParams(query)
		const [kind, since] = [asked.get('kind'), Date.parse(asked.get('since') ?? '0000-01-01')]
		const id = /\/documents\/([^/]+)/.exec(address!)?.[1]
		if (address!.endsWith('/history')) {
			const entries = [...stored.values()].filter((one) => id ? one.id === id : one.kind === kind)
				.flatMap((one) => (history.get(one.id) ?? []).map((entry) => ({ ...entry, document: one.id, title: one.title })))
				.filter(({ at }) => Date.parse(at) >= since)
			return { status: 200, data: { history: entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, room), complete: entries.length <= room } }
		}
		if (id === undefined) {
			return method === 'POST' ? create(body as object as NewDocument) : { status: 200, data: { documents: [...stored.values()].filter((one) => one.kind === kind) } }
		}
		const document = stored.get(id)
		if (!document) {
			return { status: 404, data: { problem: 'not-found', message: 'This was not found.' } }
		}
		if (method === 'DELETE') {
			stored.delete(id)
			return { status: 200, data: { deleted: true } }
		}
		if (method === 'PATCH') {
			const patch = body as object as DocumentPatch
			return patch.revision === document.revision ? { status: 200, data: patchOf(document, patch) } : { status: 409, data: document }
		}
		return { status: 200, data: document }
	}

	return {
		/**
		 * Lets no more past saves into an answer.
		 *
		 * @param most entries
		 */
		shorten: (most: number) => void (room = most),
		route,
		/**
		 * A document as it is stored now.
		 *
		 * @param id of the document
		 */
		get: (id: string) => stored.get(id),
		/** Every document of a kind. */
		all: (kind: string) => [...stored.values()].filter((one) => one.kind === kind),
		/**
		 * Somebody else saves a change.
		 *
		 * @param id of the document
		 * @param patch merge patch
		 * @param name who it is
		 */
		changeByOther: (id: string, patch: JsonObject, name = 'Dominique') => void patchOf(stored.get(id)!, { patch }, name),
	}
}
