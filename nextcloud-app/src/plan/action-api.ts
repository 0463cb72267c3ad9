/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DocumentSummary, StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { Action } from '@emancipasso/shared/plan/action'

import { moverOf } from '@emancipasso/shared/plan/line-move'
import { listContents, patchDocument, readDocument, storedInConflict } from '../documents/document-api.ts'
import { createPatch, isEmpty } from '../documents/merge-patch.ts'
import { actionTitle } from './action-words.ts'

/** An action as the views of the plan read it: what the store says of it, and what it holds. */
export interface PlanAction extends Pick<DocumentSummary, 'id' | 'owner' | 'ownerName' | 'revision' | 'createdAt' | 'updatedAt' | 'updatedByName'> {
	readonly action: Action
}

/**
 * The columns of the store that say what an action says, so that lists, search and reminders need not open it.
 *
 * @param action what it holds
 */
export function actionColumns(action: Action): { title: string, status: string, dueDate: string | null } {
	return { title: actionTitle(action), status: action.status, dueDate: action.dueDate ?? null }
}

/**
 * All actions of an organisation, in one call, oldest first.
 *
 * @param organisation id
 */
export async function listActions(organisation: string): Promise<PlanAction[]> {
	const lines = await listContents(organisation, 'action')
	return lines
		.map(({ document, ...summary }) => ({ ...summary, action: document as object as Action }))
		.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
}

/**
 * The action that moves a line of the inventory now.
 *
 * @param line id of the line
 * @param actions of the plan, oldest first
 */
export function moverAmong(line: string, actions: readonly PlanAction[]): PlanAction | undefined {
	const mover = moverOf(line, actions.map(({ action }) => action))
	return actions.find(({ action }) => action === mover)
}

/**
 * Changes an action that no page has open: on what is stored, and again on what somebody else saved meanwhile.
 *
 * @param organisation id
 * @param id of the action
 * @param change what it becomes
 */
export async function changeAction(organisation: string, id: string, change: (action: Action) => Action): Promise<StoredDocument> {
	let stored = await readDocument(organisation, id)
	for (;;) {
		const changed = change(stored.document as object as Action)
		const patch = createPatch(stored.document, { ...changed })
		if (isEmpty(patch)) {
			return stored
		}
		try {
			return await patchDocument(organisation, id, { revision: stored.revision, patch, ...actionColumns(changed) })
		} catch (error) {
			const current = storedInConflict(error)
			if (!current || current.revision === stored.revision) {
				throw error
			}
			stored = current
		}
	}
}
