/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { RuleCase } from '../../src/diagnosis/testing/rule-cases.ts'
import type { Solutions } from '../../src/plan/solution.ts'

import { evaluate } from '../../src/diagnosis/evaluate.ts'

/** How often things came out, by id, over some diagnoses. What never came out is counted with zero. */
export interface Tally {
	readonly diagnoses: number
	readonly rules: ReadonlyMap<string, number>
	/** Among the first things to do. */
	readonly now: ReadonlyMap<string, number>
	readonly flags: ReadonlyMap<string, number>
	readonly questions: ReadonlyMap<string, number>
	/** By dimension, then by level; `none` where too little was answered. */
	readonly levels: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * Evaluates many diagnoses and counts what comes out.
 *
 * @param questionnaire how they are read
 * @param solutions the catalogue
 * @param diagnoses what was answered
 * @param form short or full
 */
export function tally(questionnaire: Questionnaire, solutions: Solutions, diagnoses: readonly RuleCase[], form: 'short' | 'full' = 'full'): Tally {
	const zeros = (list: readonly { readonly id: string }[]) => new Map(list.map(({ id }) => [id, 0]))
	const [rules, now, flags, questions] = [zeros(questionnaire.rules), zeros(questionnaire.rules), zeros(questionnaire.flags), zeros(questionnaire.questions)]
	const levels = new Map<string, Map<string, number>>()
	for (const diagnosis of diagnoses) {
		const evaluation = evaluate({ questionnaire, solutions, ...diagnosis, form })
		evaluation.fired.forEach(({ rule }) => add(rules, rule.id))
		evaluation.recommendations.now.forEach(({ rule }) => add(now, rule.id))
		evaluation.flags.forEach(({ flag }) => add(flags, flag.id))
		evaluation.visible.questions.forEach(({ id }) => add(questions, id))
		for (const { id, level } of evaluation.dimensions) {
			const known = levels.get(id) ?? zeros([...questionnaire.scoring.levels, { id: 'none' }])
			add(known, level ?? 'none')
			levels.set(id, known)
		}
	}
	return { diagnoses: diagnoses.length, rules, now, flags, questions, levels }
}

/**
 * Counts one more.
 *
 * @param counts by id
 * @param id what came out
 */
function add(counts: Map<string, number>, id: string): void {
	counts.set(id, (counts.get(id) ?? 0) + 1)
}
