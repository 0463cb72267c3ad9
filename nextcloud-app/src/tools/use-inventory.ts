/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine, StoredInventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { Action } from '@emancipasso/shared/plan/action'
import type { ActionStatus } from '@emancipasso/shared/plan/action-status'
import type { ChangedLines } from '@emancipasso/shared/plan/follow-move'
import type { InventoryDocument } from '@emancipasso/shared/plan/inventory-document'
import type { PlanAction } from '../plan/action-api.ts'

import { listLines } from '@emancipasso/shared/diagnosis/diagnosis-document'
import { actionStatusOf, withStatus } from '@emancipasso/shared/plan/action-status'
import { asMove } from '@emancipasso/shared/plan/attach-move'
import { emptyInventory, linesInPlan } from '@emancipasso/shared/plan/inventory'
import { computed, ref, shallowRef } from 'vue'
import { today } from '../dates.ts'
import { newId } from '../documents/document-api.ts'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { openOwn } from '../documents/own-document.ts'
import { useAutosave } from '../documents/use-autosave.ts'
import { t } from '../l10n.ts'
import { messageFor } from '../ocs.ts'
import { changeAction, listActions, moverAmong } from '../plan/action-api.ts'

/**
 * The living inventory of an organisation: the tools that its page and every running diagnosis write, with the status
 * that the plan gives them.
 *
 * @param organisation id
 */
export function useInventory(organisation: string) {
	const autosave = useAutosave<InventoryDocument>(organisation, ownDocumentId(organisation, 'inventory'), (_, { title, status }) => ({ title, status }))
	const { content } = autosave
	const actions = shallowRef<readonly PlanAction[]>([])
	const planProblem = ref<string | null>(null)

	const lines = computed(() => linesInPlan(listLines(content.value?.lines), actions.value.map(({ action }) => action)))

	/** @throws {OcsError} when it cannot be read */
	async function load(): Promise<void> {
		const [stored, planned] = await Promise.all([openOwn(organisation, 'inventory', { title: t('Our tools'), document: emptyInventory }), listActions(organisation)])
		actions.value = planned
		autosave.accept(stored)
	}

	function addLine(line: InventoryLine = { use: '', tool: '' }): string {
		const id = newId()
		content.value!.lines[id] = { ...line, position: lastPosition() + 1, looked: today() }
		return id
	}

	/** Behind it a new line stands. */
	function lastPosition(): number {
		return Math.max(0, ...lines.value.map(({ position }) => position))
	}

	/**
	 * Writes one line whole, so that a part which was emptied is gone. Where an action moves the line, its status is the
	 * action's.
	 *
	 * @param id of the line
	 * @param change the line as it is now
	 */
	function writeLine(id: string, change: StoredInventoryLine): void {
		const before = lines.value.find((line) => line.id === id)
		content.value!.lines[id] = { ...change, looked: today() }
		const action = moverAmong(id, actions.value)
		const status = change.status === undefined ? undefined : actionStatusOf(change.status)
		if (action && status && change.status !== before?.status) {
			void moveAction(action, status)
		}
	}

	function moveAction(before: PlanAction, status: ActionStatus): Promise<void> {
		return change(before, (action) => withStatus(action, status))
	}

	/**
	 * Makes an action that exists the move of a line.
	 *
	 * @param id of the action
	 * @param line id of the line
	 */
	async function attach(id: string, line: string): Promise<void> {
		const moved = lines.value.find((one) => one.id === line)!
		await change(actions.value.find((one) => one.id === id)!, (action) => asMove(action, moved))
	}

	/** Changes an action of the plan; what cannot be saved is undone and said. */
	async function change(before: PlanAction, changed: (action: Action) => Action): Promise<void> {
		const show = (shown: Partial<PlanAction>) => {
			actions.value = actions.value.map((one) => one.id === before.id ? { ...one, ...shown } : one)
		}
		planProblem.value = null
		// Seen at once, as everything that is typed.
		show({ action: changed(before.action) })
		try {
			const { document, revision } = await changeAction(organisation, before.id, changed)
			show({ revision, action: document as object as Action })
		} catch (error) {
			show(before)
			planProblem.value = messageFor(error)
		}
	}

	/**
	 * Takes a line off the list.
	 *
	 * @param id of the line
	 * @return the lines that bring it back when they are put
	 */
	function removeLine(id: string): ChangedLines {
		const before = linesNow([id])
		delete content.value!.lines[id]
		return before
	}

	/** Lines as they are stored, undefined for one that is not there. */
	function linesNow(ids: readonly string[]): ChangedLines {
		return Object.fromEntries(ids.map((id) => [id, content.value!.lines[id] && { ...content.value!.lines[id] }]))
	}

	/**
	 * Writes lines whole, and takes those off that are undefined.
	 *
	 * @param changed lines by id
	 * @return the lines as they were: put in their turn they undo it
	 */
	function putLines(changed: ChangedLines): ChangedLines {
		const before = linesNow(Object.keys(changed))
		for (const [id, line] of Object.entries(changed)) {
			if (line) {
				content.value!.lines[id] = { ...line }
			} else {
				delete content.value!.lines[id]
			}
		}
		return before
	}

	/**
	 * Notes that these lines were looked at today and are right.
	 *
	 * @param ids of lines
	 */
	function lookAt(ids: readonly string[]): void {
		for (const id of ids) {
			content.value!.lines[id]!.looked = today()
		}
	}

	/**
	 * Takes over the tools that a diagnosis of an earlier version has inside it. A line that is known stays as it is.
	 *
	 * @param given lines by id
	 */
	function takeOver(given: Readonly<Record<string, StoredInventoryLine>>): void {
		content.value!.lines = { ...given, ...content.value!.lines }
	}

	return { ...autosave, lines, actions, planProblem, load, attach, addLine, lastPosition, writeLine, removeLine, putLines, lookAt, takeOver }
}
