/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NewDocument } from '@emancipasso/shared/contract/app-documents'
import type { OrganisationRow } from './store.ts'

import { ownKinds } from '@emancipasso/shared/contract/own-kinds'
import { ownDocumentId } from '../src/documents/own-document-id.ts'

/**
 * Whether the id of a new document is kept for another one: the one inventory or plan of an organisation, which may not
 * be there yet.
 *
 * @param document that is to be made
 * @param organisation id of its organisation
 * @param all organisations
 */
export function isKeptId(document: Pick<NewDocument, 'id' | 'kind'>, organisation: string, all: readonly Pick<OrganisationRow, 'id'>[]): boolean {
	return all.some(({ id }) => ownKinds.some((kind) => document.id.toLowerCase() === ownDocumentId(id, kind) && (kind !== document.kind || id !== organisation)))
}
