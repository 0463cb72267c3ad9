/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from '../vocabulary/vocabulary.ts'

/**
 * Where an action stands. Living with both tools, waiting for an alternative, keeping a tool by choice and going back
 * are ends as worthy as any other.
 */
export const actionStatuses = [
	{ id: 'idea', label: { fr: 'Idée', en: 'Idea' } },
	{ id: 'planned', label: { fr: 'Prévue', en: 'Planned' } },
	{ id: 'testing', label: { fr: 'En test', en: 'Testing' } },
	{ id: 'partial', label: { fr: 'En cours, en partie', en: 'In progress, partly done' } },
	{ id: 'finalising', label: { fr: 'En finalisation', en: 'Finalising' } },
	{ id: 'done', label: { fr: 'Terminée', en: 'Done' } },
	{ id: 'coexisting', label: { fr: 'Les deux en parallèle', en: 'Side by side' } },
	{ id: 'watching', label: { fr: 'En veille', en: 'Watching' } },
	{ id: 'kept', label: { fr: 'Conservé par choix', en: 'Kept by choice' } },
	{ id: 'rolled-back', label: { fr: 'Retour en arrière', en: 'Rolled back' } },
	{ id: 'blocked', label: { fr: 'Bloquée', en: 'Blocked' } },
] as const satisfies readonly VocabularyEntry[]

export type ActionStatus = (typeof actionStatuses)[number]['id']

/** The two that an inventory line calls by other words; the others have one id on both sides. */
const ofLine: Partial<Record<ActionStatus, string>> = { idea: 'not-planned', planned: 'to-start' }

/**
 * The migration status of the inventory line that an action moves: a blocked one stands where it stood before.
 *
 * @param action what moves the line
 * @param action.status its status
 * @param action.before the one it had before it was blocked
 */
export function lineStatusOf(action: { readonly status: ActionStatus, readonly before?: ActionStatus | undefined }): string {
	const status = action.status === 'blocked' ? action.before ?? 'planned' : action.status
	return ofLine[status] ?? status
}

/**
 * The status of the action that moves an inventory line, from what is said of the line; undefined for words that are none.
 *
 * @param lineStatus id of a migration status of the questionnaire
 */
export function actionStatusOf(lineStatus: string): ActionStatus | undefined {
	return actionStatuses.find(({ id }) => id !== 'blocked' && lineStatusOf({ status: id }) === lineStatus)?.id
}

/**
 * Where the next move of a line begins, from what is said of the line; undefined where that says nothing of it: a move
 * that is over brought the tool that is there now.
 *
 * @param lineStatus id of a migration status of the questionnaire
 */
export function nextStatusOf(lineStatus: string | undefined): ActionStatus | undefined {
	return lineStatus === undefined || lineStatus === 'done' ? undefined : actionStatusOf(lineStatus)
}

/**
 * An action with another status. A blocked one remembers where it stood, which the others have no use for.
 *
 * @param action as it is
 * @param status the new one
 */
export function withStatus<Kind extends { readonly status: ActionStatus, readonly before?: ActionStatus | undefined }>(action: Kind, status: ActionStatus): Kind {
	if (status === action.status) {
		return action
	}
	const changed = { ...action, status, before: action.status }
	if (status !== 'blocked') {
		delete (changed as { before?: ActionStatus }).before
	}
	return changed
}
