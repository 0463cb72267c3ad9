/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument, DiagnosisForm, StoredInventoryLine } from './answers.ts'
import type { Questionnaire } from './questionnaire.ts'

import { diagnosisSchemaVersion } from './diagnosis-limits.ts'

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
	}
}

/**
 * Whether a diagnosis is closed: its answers and its own copy of the tools stay as they are.
 *
 * @param document a stored diagnosis
 */
export function isClosed(document: Pick<DiagnosisDocument, 'closedAt'>): boolean {
	return document.closedAt !== undefined
}

/**
 * Lines as a list: by position, and by id where two people took the same place at once.
 *
 * @param lines as they are stored; absent: none
 */
export function listLines(lines: Readonly<Record<string, StoredInventoryLine>> | undefined): IdentifiedInventoryLine[] {
	return Object.entries(lines ?? {})
		.map(([id, line]) => ({ ...line, id }))
		.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/**
 * The tools as they were when a diagnosis was closed.
 *
 * @param document a stored diagnosis
 */
export function inventoryLines(document: Pick<DiagnosisDocument, 'inventory'>): IdentifiedInventoryLine[] {
	return listLines(document.inventory)
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
