/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Call, Handler } from './call.ts'
import type { DocumentRow } from './store.ts'

import { documentKinds, documentLimit, DocumentPatch, DocumentSummary, NewDocument } from '@emancipasso/shared/contract/app-documents'
import { z } from 'zod'
import { organisationOf, valid } from './call.ts'
import { mergePatch } from './merge-patch.ts'
import { Problem } from './problem.ts'

const ListQuery = z.object({ kind: z.enum(documentKinds).optional() })

/**
 * The document of the path, when it is the organisation's.
 *
 * @param call the request, let through
 * @throws {Problem} not-found
 */
export function documentOf(call: Call): DocumentRow {
	const organisation = organisationOf(call)
	const row = call.store.document(call.parameters.id ?? '')
	if (row?.organisation !== organisation.id) {
		throw new Problem('not-found')
	}
	return row
}

/**
 * Refuses a document that is over the limit.
 *
 * @param document its content
 */
function checkSize(document: Record<string, unknown>): void {
	if (Buffer.byteLength(JSON.stringify(document)) > documentLimit) {
		throw new Problem('too-large')
	}
}

/** Handlers of the documents, by operation. */
export const documentHandlers: Record<string, Handler> = {
	listDocuments(call) {
		const { kind } = valid(ListQuery, call.query)
		const rows = call.store.documents(organisationOf(call).id).filter((row) => kind === undefined || row.stored.kind === kind)
		return { data: { documents: rows.map(({ stored }) => DocumentSummary.parse(stored)) } }
	},

	createDocument(call) {
		const input = valid(NewDocument, call.body)
		const organisation = organisationOf(call).id
		const known = call.store.document(input.id)
		if (known !== undefined) {
			if (known.organisation !== organisation || known.stored.kind !== input.kind) {
				throw new Problem('conflict')
			}
			return { data: known.stored }
		}
		checkSize(input.document)
		const at = new Date().toISOString()
		const byName = call.person.displayName
		const stored: StoredDocument = {
			...input,
			dueDate: input.dueDate ?? null,
			revision: 1,
			createdAt: at,
			updatedAt: at,
			updatedByName: byName,
			approval: null,
			publication: null,
		}
		call.store.addDocument({ organisation, stored, history: [{ revision: 1, at, byName, patch: input.document }] })
		return { status: 201, data: stored }
	},

	readDocument(call) {
		return { data: documentOf(call).stored }
	},

	patchDocument(call) {
		const { revision, patch, ...fields } = valid(DocumentPatch, call.body)
		const row = documentOf(call)
		if (revision !== row.stored.revision) {
			return { status: 409, data: row.stored }
		}
		const document = mergePatch(row.stored.document, patch)
		checkSize(document)
		// Words that were approved are no longer those of the document.
		const approval = JSON.stringify(document) === JSON.stringify(row.stored.document) && (fields.title ?? row.stored.title) === row.stored.title ? row.stored.approval : null
		const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
		call.store.reviseDocument(row, { ...given, document, approval }, { byName: call.person.displayName, patch })
		return { data: row.stored }
	},

	deleteDocument(call) {
		const row = documentOf(call)
		if (row.stored.publication?.status === 'published') {
			throw new Problem('still-published')
		}
		call.store.removeDocument(row.stored.id)
		return { data: { deleted: true } }
	},

	documentHistory(call) {
		return { data: { history: documentOf(call).history } }
	},
}
