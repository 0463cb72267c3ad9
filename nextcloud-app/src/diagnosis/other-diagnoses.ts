/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentLine, DocumentSummary } from '@emancipasso/shared/contract/app-documents'

import { listDocuments } from '../documents/document-api.ts'

/**
 * The other diagnoses of the organisation, newest first.
 *
 * @param organisation id
 * @param id of the one that is looked at
 */
export async function listOthers(organisation: string, id: string): Promise<DocumentLine[]> {
	return (await listDocuments(organisation, 'diagnosis')).filter((other) => other.id !== id)
}

/**
 * Those that a diagnosis can be compared with.
 *
 * @param others of the organisation
 * @param diagnosis the later one
 */
export function earlierThan<Other extends DocumentSummary>(others: readonly Other[], diagnosis: Pick<DocumentSummary, 'createdAt'>): Other[] {
	return others.filter(({ createdAt }) => createdAt < diagnosis.createdAt)
}
