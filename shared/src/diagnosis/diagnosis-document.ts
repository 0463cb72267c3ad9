/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument, DiagnosisForm, InventoryLine, StoredInventoryLine } from './answers.ts'
import type { Questionnaire } from './questionnaire.ts'

import { diagnosisSchemaVersion } from './diagnosis-limits.ts'

const optionalParts = ['hosting', 'users', 'criticality', 'satisfaction', 'must-have', 'cost', 'contains', 'admins', 'exit', 'status'] as const

/** A line of the inventory with the id under which it is stored. */
export type IdentifiedInventoryLine = StoredInventoryLine & { id: string }

/**
 * A diagnosis in which nothing is answered yet.
 *
 * @param questionnaire the version that this diagnosis will finish on
 * @param form short or full; the short one can become full later without asking again
 */
export function newDiagnosis(questionnaire: Pick<Questionnaire, 'id' | 'version'>, form: DiagnosisForm): DiagnosisDocument {
	return {
		schemaVersion: diagnosisSchemaVersion,
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		form,
		answers: {},
		inventory: {},
	}
}

/**
 * The inventory as a list: by position, and by id where two people took the same place at once.
 *
 * @param document a stored diagnosis
 */
export function inventoryLines(document: Pick<DiagnosisDocument, 'inventory'>): IdentifiedInventoryLine[] {
	return Object.entries(document.inventory)
		.map(([id, line]) => ({ ...line, id }))
		.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/**
 * The merge patch that sets or clears one answer.
 *
 * @param question the question's id
 * @param answer the answer; `null` takes it back
 */
export function answerPatch(question: string, answer: string | string[] | null): { answers: Record<string, string | string[] | null> } {
	return { answers: { [question]: answer } }
}

/**
 * The merge patch that writes one inventory line whole, or removes it.
 * Parts that the new line leaves out are cleared, since a merge patch keeps what it does not name.
 *
 * @param id the line's id, chosen by the client
 * @param line the line; `null` removes it
 */
export function inventoryPatch(id: string, line: (InventoryLine & { position: number }) | null): { inventory: Record<string, Record<string, unknown> | null> } {
	const cleared = Object.fromEntries(optionalParts.map((part) => [part, null]))
	return { inventory: { [id]: line && { ...cleared, ...line } } }
}
