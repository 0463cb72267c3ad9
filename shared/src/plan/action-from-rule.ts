/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { FiredRule } from '../diagnosis/recommend.ts'
import type { Action } from './action.ts'
import type { PlanWords } from './new-action.ts'

import { newAction, newChecklist, newMove, startOf } from './new-action.ts'
import { alternativesTo, solutionsFor } from './solution-lookup.ts'

/** What a recommendation is accepted in. */
export interface Acceptance extends PlanWords {
	/** Id of the diagnosis that the rule fired in. */
	readonly diagnosis: string
	/** The lines that were evaluated, in that order. */
	readonly inventory: readonly IdentifiedInventoryLine[]
	/** Ids of lines that may not be moved: an action of the plan moves them already. */
	readonly moved: ReadonlySet<string>
}

/**
 * The actions that an accepted recommendation becomes: one move for each tool that made the rule fire and that no action
 * moves yet; one action in the rule’s own words when there is none. Never empty.
 *
 * @param fired the rule and what made it fire; a recommendation of an evaluation is one
 * @param acceptance where and how
 */
export function actionsFromRule(fired: FiredRule, acceptance: Acceptance): Action[] {
	const { rule, trace } = fired
	const { language, diagnosis } = acceptance
	const common = {
		step: rule.step,
		effort: rule.effort,
		checklist: newChecklist(rule.actions, language),
		origin: { diagnosis, rule: rule.id },
	}
	const places = new Set(trace.flatMap((leaf) => leaf.kind === 'inventory' ? leaf.lines : []))
	const lines = acceptance.inventory.filter(({ id }, place) => places.has(place) && !acceptance.moved.has(id))
	if (lines.length === 0) {
		return [{ ...newAction(rule.title[language], startOf(undefined, rule.effect?.suggestStatus)), description: rule.why[language], ...common }]
	}
	return lines.map((line) => {
		const move = newMove(line, suggestedSolution(rule, line, acceptance), acceptance)
		return { ...move, ...common, description: [rule.why[language], move.description].filter(Boolean).join('\n') }
	})
}

/**
 * The solution to propose for a tool: one that the catalogue has for it, of these one that the rule names, of these one
 * that covers the need; for a tool that the catalogue does not know, one of the rule that serves the use.
 *
 * @param rule what was accepted
 * @param line the tool in use
 * @param words the catalogue
 * @return an id, or nothing
 */
function suggestedSolution(rule: FiredRule['rule'], line: IdentifiedInventoryLine, words: PlanWords): string {
	const named = (id: string) => rule.solutions?.includes(id) ?? false
	const alternatives = alternativesTo(words.solutions, line.tool, line.use)
		.filter(({ fit }) => fit === 'full' || fit === 'partial')
		.map(({ solution, fit }) => ({ id: solution.id, rank: (named(solution.id) ? 0 : 2) + (fit === 'full' ? 0 : 1) }))
		.sort((a, b) => a.rank - b.rank)
	return alternatives[0]?.id ?? solutionsFor(words.solutions, line.use).find(({ id }) => named(id))?.id ?? ''
}
