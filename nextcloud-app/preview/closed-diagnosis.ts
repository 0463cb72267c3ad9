/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NewDocument, StoredDocument } from '@emancipasso/shared/contract/app-documents'

import { closedStatus } from '@emancipasso/shared/diagnosis/closing'
import { Problem } from './problem.ts'

/**
 * Who manages closes a diagnosis and opens it again; while it is closed, the others change nothing in it but what is
 * decided about its advice.
 *
 * @param isManager whether the person manages
 * @param before as it is; of a new one only the kind
 * @param status that it would have
 * @param patch the change, or all that a new one holds
 * @throws {Problem} forbidden
 */
export function guardClosed(isManager: boolean, before: Pick<NewDocument, 'kind'> & Partial<StoredDocument>, status: string, patch: object): void {
	if (before.kind !== 'diagnosis' || isManager) {
		return
	}
	const wasClosed = before.status === closedStatus
	const parts = Object.keys(patch)
	if (wasClosed !== (status === closedStatus) || parts.includes('closedAt') || (wasClosed && parts.some((part) => part !== 'decisions'))) {
		throw new Problem('forbidden', { sentence: { fr: 'Seules les personnes qui gèrent l’organisation peuvent clore un diagnostic, le rouvrir ou changer un diagnostic clos. Demandez à l’une d’elles.', en: 'Only the people who manage the organisation may close a diagnosis, open it again, or change one that is closed. Ask one of them.' } })
	}
}
