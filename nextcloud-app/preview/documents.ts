/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { HistoryEntry, OrganisationHistoryEntry, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Call, Handler } from './call.ts'
import type { DocumentRow, KeptEntry, OrganisationRow } from './store.ts'

import { documentKinds, documentLimit, DocumentPatch, DocumentSummary, historyLimits, NewDocument } from '@emancipasso/shared/contract/app-documents'
import { z } from 'zod'
import { organisationOf, roleOf, valid } from './call.ts'
import { guardClosed } from './closed-diagnosis.ts'
import { holdsAnswers } from './holds-answers.ts'
import { mergePatch } from './merge-patch.ts'
import { guardDeletion, mayDelete } from './own-diagnosis.ts'
import { isKeptId } from './own-document-ids.ts'
import { findPerson } from './people.ts'
import { Problem } from './problem.ts'

const ListQuery = z.object({ kind: z.enum(documentKinds).optional(), content: z.literal('true').optional() })

const HistoryQuery = z.object({ kind: z.enum(documentKinds), since: z.iso.datetime() })

/**
 * A past save as people read it: with the name of who made it, not their id.
 *
 * @param entry as it is kept
 */
function told(entry: KeptEntry): HistoryEntry {
	return { revision: entry.revision, at: entry.at, byName: entry.byName, patch: entry.patch }
}

/**
 * As many past saves as one answer has room for, and whether those are all.
 *
 * @param entries newest first
 * @param most entries
 */
function historyPage<Entry extends HistoryEntry>(entries: readonly Entry[], most: number): { history: readonly Entry[], complete: boolean } {
	let bytes = 0
	const over = entries.findIndex(({ patch }, at) => {
		bytes += Buffer.byteLength(JSON.stringify(patch))
		return at >= most || (at > 0 && bytes > historyLimits.bytes)
	})
	return over < 0 ? { history: entries, complete: true } : { history: entries.slice(0, over), complete: false }
}

/**
 * From when on every save of these documents is kept, in milliseconds: the last oldest save of one whose older ones were
 * dropped. 0 when none was.
 *
 * @param rows documents
 */
function wholeSince(rows: readonly DocumentRow[]): number {
	return Math.max(0, ...rows.map(({ history }) => history.at(-1)).flatMap((oldest) => oldest && oldest.revision > 1 ? [Date.parse(oldest.at)] : []))
}

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

/**
 * An owner as a document keeps them. Who belongs no longer may stay, and cannot be chosen.
 *
 * @param organisation whose people can be chosen
 * @param owner user id of the chosen person, or null for nobody
 * @param present who it was before
 * @throws {Problem} invalid-input
 */
function ownerFields(organisation: OrganisationRow, owner: string | null, present: string | null = null): Pick<StoredDocument, 'owner' | 'ownerName'> {
	if (owner === null) {
		return { owner, ownerName: '' }
	}
	const person = findPerson(owner)
	if (owner !== present && (person === undefined || !roleOf(person, organisation).member)) {
		throw new Problem('invalid-input', { field: 'owner', sentence: { fr: 'Cette personne ne fait pas partie de l’organisation.', en: 'This person does not belong to the organisation.' } })
	}
	return { owner, ownerName: person?.displayName ?? owner }
}

/** Handlers of the documents, by operation. */
export const documentHandlers: Record<string, Handler> = {
	listDocuments(call) {
		const { kind, content } = valid(ListQuery, call.query)
		const rows = call.store.documents(organisationOf(call).id).filter((row) => kind === undefined || row.stored.kind === kind)
		return { data: { documents: rows.map((row) => ({ ...DocumentSummary.parse(row.stored), deletable: mayDelete(call, row), ...content && { document: row.stored.document } })) } }
	},

	createDocument(call) {
		const input = valid(NewDocument, call.body)
		const organisationRow = organisationOf(call)
		const organisation = organisationRow.id
		const known = call.store.document(input.id)
		if (known !== undefined) {
			if (known.organisation !== organisation || known.stored.kind !== input.kind) {
				throw new Problem('conflict')
			}
			return { data: known.stored }
		}
		if (isKeptId(input, organisation, call.store.state.organisations)) {
			throw new Problem('conflict')
		}
		checkSize(input.document)
		guardClosed(roleOf(call.person, organisationRow).manager, { kind: input.kind }, input.status, input.document)
		const at = new Date().toISOString()
		const byName = call.person.displayName
		const stored: StoredDocument = {
			...input,
			dueDate: input.dueDate ?? null,
			...ownerFields(organisationRow, input.owner ?? null),
			revision: 1,
			createdAt: at,
			updatedAt: at,
			answeredAt: holdsAnswers(input.document) ? at : null,
			updatedByName: byName,
			approval: null,
			publication: null,
		}
		call.store.addDocument({ organisation, stored, history: [{ revision: 1, at, by: call.person.id, byName, patch: input.document }] })
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
		guardClosed(roleOf(call.person, organisationOf(call)).manager, row.stored, fields.status ?? row.stored.status, patch)
		const owner = fields.owner === undefined ? {} : ownerFields(organisationOf(call), fields.owner, row.stored.owner)
		const document = mergePatch(row.stored.document, patch)
		checkSize(document)
		// Words that were approved are no longer those of the document.
		const approval = JSON.stringify(document) === JSON.stringify(row.stored.document) && (fields.title ?? row.stored.title) === row.stored.title ? row.stored.approval : null
		const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
		call.store.reviseDocument(row, { ...given, ...owner, document, approval }, { by: call.person.id, byName: call.person.displayName, patch })
		return { data: row.stored }
	},

	deleteDocument(call) {
		const row = documentOf(call)
		guardDeletion(call, row)
		if (row.stored.publication?.status === 'published') {
			throw new Problem('still-published')
		}
		call.store.removeDocument(row.stored.id)
		return { data: { deleted: true } }
	},

	documentHistory(call) {
		return { data: historyPage(documentOf(call).history.map(told), historyLimits.ofDocument) }
	},

	organisationHistory(call) {
		const { kind, since } = valid(HistoryQuery, call.query)
		const rows = call.store.documents(organisationOf(call).id).filter(({ stored }) => stored.kind === kind)
		const whole = wholeSince(rows)
		const from = Math.max(Date.parse(since), whole)
		const entries = rows
			.flatMap(({ stored, history }): OrganisationHistoryEntry[] => history.map((entry) => ({ ...told(entry), document: stored.id, title: stored.title })))
			.filter(({ at }) => Date.parse(at) >= from)
			.sort((a, b) => b.at.localeCompare(a.at) || b.revision - a.revision)
		const page = historyPage(entries, historyLimits.ofAll)
		return { data: { ...page, complete: page.complete && whole <= Date.parse(since) } }
	},
}
