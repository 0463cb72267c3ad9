/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Solutions } from '../plan/solution.ts'
import type { DiagnosisDocument } from './answers.ts'
import type { IdentifiedInventoryLine } from './diagnosis-document.ts'

/** The word for the lists of documents that says that a diagnosis is closed. */
export const closedStatus = 'analysed'

/**
 * What closing writes into a diagnosis: the instant, its own copy of the tools as they are now, and which catalogue it
 * is read with from then on.
 *
 * @param lines of the living inventory, with the status that the plan gives them
 * @param catalogue the newest one
 * @param instant ISO 8601
 */
export function closing(lines: readonly IdentifiedInventoryLine[], catalogue: Pick<Solutions, 'version'>, instant: string): Required<Pick<DiagnosisDocument, 'closedAt' | 'catalogue' | 'inventory'>> {
	return { closedAt: instant, catalogue: { version: catalogue.version }, inventory: Object.fromEntries(lines.map(({ id, ...line }) => [id, line])) }
}
