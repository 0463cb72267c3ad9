/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Decision } from '@emancipasso/shared/diagnosis/answers'
import type { Recommendation } from '@emancipasso/shared/diagnosis/evaluate'
import type { PlanAction } from '../plan/action-api.ts'
import type { useDiagnosis } from './use-diagnosis.ts'

import { settledRules } from '@emancipasso/shared/diagnosis/decisions'
import { actionsFromRule } from '@emancipasso/shared/plan/action-from-rule'
import { mayMove } from '@emancipasso/shared/plan/line-move'
import { computed, ref, shallowRef } from 'vue'
import { today } from '../dates.ts'
import { deleteDocument } from '../documents/document-api.ts'
import { language } from '../l10n.ts'
import { messageFor } from '../ocs.ts'
import { listActions } from '../plan/action-api.ts'
import { createActions } from '../plan/create-action.ts'

/** An action that ended is no answer to advice that comes again. */
const ended = new Set(['done', 'rolled-back'])

/**
 * What an association decides about the recommendations of a diagnosis, and what of them is in the plan.
 *
 * @param organisation whose plan it is, and whether the reader may delete in it
 * @param organisation.id its id
 * @param organisation.role what the reader may do
 * @param organisation.role.manager whether they may delete
 * @param id of the diagnosis
 * @param diagnosis as it is open on the page
 */
export function useDecisions(organisation: { readonly id: string, readonly role: { readonly manager: boolean } }, id: string, diagnosis: ReturnType<typeof useDiagnosis>) {
	const actions = shallowRef<readonly PlanAction[]>([])
	const problem = ref<string | null>(null)
	/** The rule that is being accepted or taken back. */
	const busy = ref<string | null>(null)
	const { content, packs } = diagnosis

	async function load(): Promise<void> {
		actions.value = await listActions(organisation.id)
	}

	const planned = computed(() => {
		const rules = new Map<string, PlanAction[]>()
		for (const one of actions.value) {
			if (one.action.origin && !ended.has(one.action.status)) {
				rules.set(one.action.origin.rule, [...rules.get(one.action.origin.rule) ?? [], one])
			}
		}
		return rules
	})
	const settled = computed(() => settledRules(content.value?.decisions, new Set(planned.value.keys()), today()))

	/**
	 * Keeps a decision; the autosave stores it.
	 *
	 * @param rule id
	 * @param decision what was decided
	 */
	function decide(rule: string, decision: Omit<Decision, 'at'>): void {
		content.value!.decisions = { ...content.value!.decisions, [rule]: { ...decision, at: today() } }
	}

	/**
	 * Makes the actions of a recommendation, then keeps that it was accepted: a failure between leaves actions that the
	 * next try finds.
	 *
	 * @param recommendation what is accepted
	 */
	async function accept(recommendation: Recommendation): Promise<void> {
		const { rule } = recommendation
		await attempt(rule.id, async () => {
			const { inventory } = diagnosis.given(content.value!)
			const plan = actions.value.map(({ action }) => action)
			const moved = new Set(inventory.filter((line) => !mayMove(line, plan)).map(({ id: line }) => line))
			await createActions(organisation.id, actionsFromRule(recommendation, { ...packs.value!, language: language(), diagnosis: id, inventory, moved }))
			decide(rule.id, { decision: 'accepted' })
			await load()
		})
	}

	/**
	 * Takes a decision back. Actions that it made and that nobody has touched go with it, where the reader may delete;
	 * others stay in the plan, which then says that the advice is there.
	 *
	 * @param rule id
	 */
	async function undo(rule: string): Promise<void> {
		await attempt(rule, async () => {
			const made = actions.value.filter(({ action, revision }) => action.origin?.diagnosis === id && action.origin.rule === rule && revision === 1)
			for (const one of organisation.role.manager ? made : []) {
				await deleteDocument(organisation.id, one.id)
			}
			delete content.value!.decisions?.[rule]
			await load()
		})
	}

	async function attempt(rule: string, work: () => Promise<void>): Promise<void> {
		busy.value = rule
		problem.value = null
		try {
			await work()
		} catch (error) {
			problem.value = messageFor(error)
		} finally {
			busy.value = null
		}
	}

	return { planned, settled, busy, problem, load, decide, accept, undo }
}
