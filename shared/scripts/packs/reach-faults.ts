/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Solutions } from '../../src/plan/solution.ts'
import type { Fault } from './fault.ts'

import { firingCases } from '../../src/diagnosis/testing/rule-cases.ts'
import { randomDiagnosis, randomFrom } from './random-diagnosis.ts'
import { tally } from './tally.ts'

/** Enough for what happens in two diagnoses of a hundred to be seen almost surely. */
const enough = 250

/**
 * Rules that never fire or always do, and questions that never show, found by trying: an empty diagnosis, every way to
 * meet each rule's condition, and random ones. A questionnaire that refers to what is not there is not tried.
 *
 * @param questionnaire whose references are whole
 * @param solutions the catalogue
 * @param seed of the random diagnoses
 */
export function reachFaults(questionnaire: Questionnaire, solutions: Solutions, seed: number): Fault[] {
	const random = randomFrom(seed)
	const diagnoses = [
		{ answers: {}, inventory: [] },
		...questionnaire.rules.flatMap((rule) => firingCases(rule, questionnaire)),
		...Array.from({ length: enough }, () => randomDiagnosis(questionnaire, solutions, random)),
	]
	const [full, short] = [tally(questionnaire, solutions, diagnoses), tally(questionnaire, solutions, diagnoses, 'short')]
	return [
		...questionnaire.rules.flatMap(({ id, when }): Fault[] => {
			const fired = full.rules.get(id)
			if (fired === 0) {
				return [{ at: `rule ${id}`, words: 'never fires: nothing meets its condition' }]
			}
			return fired === full.diagnoses && !('always' in when) ? [{ at: `rule ${id}`, words: 'fires whatever is answered; say so with {"always": true}' }] : []
		}),
		...questionnaire.questions.filter(({ id }) => full.questions.get(id) === 0).map(({ id }) => ({ at: `question ${id}`, words: 'never shows: nothing meets its showIf' })),
		...questionnaire.shortForm.questions.filter((id) => short.questions.get(id) === 0 && full.questions.get(id) !== 0)
			.map((id) => ({ at: `question ${id}`, words: 'never shows in the short form, which does not ask what it depends on' })),
	]
}
