/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '@emancipasso/shared/diagnosis/diagnosis-document'
import type { Action } from '@emancipasso/shared/plan/action'
import type { ActionStatus } from '@emancipasso/shared/plan/action-status'

import { withStatus } from '@emancipasso/shared/plan/action-status'
import { asMove } from '@emancipasso/shared/plan/attach-move'
import { ref } from 'vue'
import { newId, patchDocument, storedInConflict } from '../documents/document-api.ts'
import { useAutosave } from '../documents/use-autosave.ts'
import { messageFor } from '../ocs.ts'
import { actionColumns } from './action-api.ts'

/** Fields that are simply written, and gone when they are emptied. */
export type PlainField = Exclude<keyof Action, 'schemaVersion' | 'title' | 'status' | 'before' | 'checklist' | 'migration' | 'origin'>

/**
 * An action that saves itself, with the columns of the store that mirror it.
 *
 * @param organisation id
 * @param id of the action
 */
export function useAction(organisation: string, id: string) {
	const autosave = useAutosave<Action>(organisation, id, actionColumns)
	const { content, stored } = autosave
	const ownerProblem = ref<string | null>(null)

	function setStatus(status: ActionStatus): void {
		content.value = withStatus(content.value!, status)
	}

	/**
	 * Writes a field; undefined takes it away.
	 *
	 * @param field of the action
	 * @param value what it holds now
	 */
	function write<Field extends PlainField>(field: Field, value: Action[Field] | undefined): void {
		if (value === undefined) {
			delete content.value![field]
		} else {
			content.value![field] = value
		}
	}

	/**
	 * Says who takes care of it, which is a column of the store and no part of the document.
	 *
	 * @param owner user id; null for nobody
	 */
	async function setOwner(owner: string | null): Promise<void> {
		ownerProblem.value = null
		for (;;) {
			await autosave.save()
			const { revision } = stored.value!
			try {
				autosave.adopt(await patchDocument(organisation, id, { revision, patch: {}, owner }))
				return
			} catch (error) {
				const current = storedInConflict(error)
				if (!current || current.revision === revision) {
					ownerProblem.value = messageFor(error)
					return
				}
				autosave.accept(current)
			}
		}
	}

	/** Adds an empty point, and says its id. */
	function addPoint(): string {
		const point = newId()
		const places = Object.values(content.value!.checklist).map(({ position }) => position)
		content.value!.checklist[point] = { text: '', done: false, position: Math.max(0, ...places) + 1 }
		return point
	}

	function removePoint(point: string): void {
		delete content.value!.checklist[point]
	}

	function attachMove(line: IdentifiedInventoryLine): void {
		content.value = asMove(content.value!, line)
	}

	function detachMove(): void {
		delete content.value!.migration
	}

	return { ...autosave, ownerProblem, setStatus, attachMove, detachMove, write, setOwner, addPoint, removePoint }
}
