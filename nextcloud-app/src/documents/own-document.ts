/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { OwnKind } from '@emancipasso/shared/contract/own-kinds'

import { createDocument } from './document-api.ts'
import { ownDocumentId } from './own-document-id.ts'

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
