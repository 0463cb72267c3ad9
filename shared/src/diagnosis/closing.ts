/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument } from './answers.ts'
import type { IdentifiedInventoryLine } from './diagnosis-document.ts'

/** The word for the lists of documents that says that a diagnosis is closed. */
export const closedStatus = 'analysed'

/**
 * What closing writes into a diagnosis: the instant, and its own copy of the tools as they are now.
 *
 * @param lines of the living inventory, with the status that the plan gives them
 * @param instant ISO 8601
 */
export function closing(lines: readonly IdentifiedInventoryLine[], instant: string): Required<Pick<DiagnosisDocument, 'closedAt' | 'inventory'>> {
	return { closedAt: instant, inventory: Object.fromEntries(lines.map(({ id, ...line }) => [id, line])) }
}
