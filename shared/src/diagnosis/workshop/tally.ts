/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestionTally } from '../../contract/app-workshop.ts'
import type { Answers } from '../answers.ts'
import type { Question } from '../question-schema.ts'

import { chosenOptions } from '../visible-questions.ts'
import { fewestRespondents } from './workshop-limits.ts'

/**
 * How often each option was chosen. Only options that a question offers are counted, so that no free text ever comes
 * out, and nothing at all where so few answered that one could tell who.
 *
 * @param questions of the questionnaire
 * @param responses answers of each person
 * @return by question id; null below three responses
 */
export function tally(questions: readonly Question[], responses: readonly Answers[]): Record<string, QuestionTally> | null {
	if (responses.length < fewestRespondents) {
		return null
	}
	const tallies: Record<string, QuestionTally> = {}
	for (const question of questions) {
		const chosen = responses.map((answers) => chosenOptions(question, answers[question.id])).filter((options) => options.length > 0)
		if (chosen.length >= fewestRespondents) {
			const values: Record<string, number> = {}
			for (const { id } of chosen.flat()) {
				values[id] = (values[id] ?? 0) + 1
			}
			tallies[question.id] = { answered: chosen.length, values }
		}
	}
	return tallies
}
