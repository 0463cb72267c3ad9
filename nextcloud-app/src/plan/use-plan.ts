/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from '@emancipasso/shared/plan/action'
import type { ActionStatus } from '@emancipasso/shared/plan/action-status'
import type { PlanDocument } from '@emancipasso/shared/plan/plan-document'
import type { DiagnosisPacks } from '../diagnosis/diagnosis-packs.ts'
import type { PlanAction } from './action-api.ts'

import { withStatus } from '@emancipasso/shared/plan/action-status'
import { emptyPlan } from '@emancipasso/shared/plan/empty-plan'
import { ref, shallowRef } from 'vue'
import { loadDiagnosisPacks } from '../diagnosis/diagnosis-packs.ts'
import { ownDocumentId } from '../documents/own-document-id.ts'
import { openOwn } from '../documents/own-document.ts'
import { useAutosave } from '../documents/use-autosave.ts'
import { t } from '../l10n.ts'
import { messageFor } from '../ocs.ts'
import { useAttempt } from '../use-attempt.ts'
import { changeAction, listActions } from './action-api.ts'

/**
 * The plan of an organisation: its actions, and what it says beside them.
 *
 * @param organisation id
 */
export function usePlan(organisation: string) {
	const autosave = useAutosave<PlanDocument>(organisation, ownDocumentId(organisation, 'plan'), (_, { title, status }) => ({ title, status }))
	const actions = shallowRef<readonly PlanAction[] | null>(null)
	const packs = shallowRef<DiagnosisPacks | null>(null)
	const { problem: loadProblem, attempt } = useAttempt()
	const moveProblem = ref<string | null>(null)

	async function load(): Promise<void> {
		await attempt(async () => {
			const [stored, listed, loaded] = await Promise.all([openOwn(organisation, 'plan', { title: t('Our plan'), document: emptyPlan }), listActions(organisation), loadDiagnosisPacks()])
			autosave.accept(stored)
			packs.value = loaded
			actions.value = listed
		})
	}

	/**
	 * Gives an action another status, seen at once.
	 *
	 * @param moved the action
	 * @param status the new one
	 */
	async function move(moved: PlanAction, status: ActionStatus): Promise<void> {
		const show = (change: Partial<PlanAction>) => {
			actions.value = actions.value!.map((one) => one.id === moved.id ? { ...one, ...change } : one)
		}
		moveProblem.value = null
		show({ action: withStatus(moved.action, status) })
		try {
			const { revision, document, updatedAt, updatedByName } = await changeAction(organisation, moved.id, (action) => withStatus(action, status))
			show({ revision, updatedAt, updatedByName, action: document as object as Action })
		} catch (error) {
			show(moved)
			moveProblem.value = messageFor(error)
		}
	}

	return { ...autosave, actions, packs, loadProblem, moveProblem, load, move }
}
