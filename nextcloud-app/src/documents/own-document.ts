/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { createDocument } from './document-api.ts'
import { sha256 } from './sha256.ts'

/** Kinds of which an organisation has one document. */
export type OwnKind = 'inventory' | 'plan'

/**
 * The id of the one document that an organisation has of a kind: a UUID (version 8, whose bits are the maker's own) that
 * everybody finds without asking, so that two people who open it first make one document.
 *
 * @param organisation id
 * @param kind kind
 */
export function ownDocumentId(organisation: string, kind: OwnKind): string {
	const hash = sha256(`${kind} ${organisation}`)
	return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * The one document that an organisation has of a kind, made when it is not there yet. It is asked for by making it,
 * which answers the document that is there: one call, and nothing missing on the way.
 *
 * @param organisation id
 * @param kind kind
 * @param start what a new one is called and holds
 * @param start.title for lists
 * @param start.document its content
 */
export function openOwn(organisation: string, kind: OwnKind, start: { title: string, document: object }): Promise<StoredDocument> {
	return createDocument(organisation, { id: ownDocumentId(organisation, kind), kind, title: start.title, status: 'living', document: { ...start.document } })
}
