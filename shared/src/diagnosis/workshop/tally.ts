/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestionTally } from '../../contract/app-workshop.ts'
import type { Answers } from '../answers.ts'
import type { Option, Question } from '../question-schema.ts'

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
		const chosen = responses.map((answers) => offered(question, answers[question.id])).filter((options) => options.length > 0)
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

/**
 * What of somebody's answers the questions offer. Nothing else is kept of a response: a free text that nobody can ever
 * see would still tell who wrote it.
 *
 * @param questions of the questionnaire
 * @param answers of one person
 */
export function offeredAnswers(questions: readonly Question[], answers: Answers): Answers {
	return Object.fromEntries(questions.flatMap((question) => {
		const ids = offered(question, answers[question.id]).map(({ id }) => id)
		return ids.length > 0 ? [[question.id, question.type === 'multi' ? ids : ids[0]!]] : []
	}))
}

/** The options that an answer chooses; none for a list where one is asked for, or the other way round. */
function offered(question: Question, answer: Answers[string] | undefined): Option[] {
	return Array.isArray(answer) === (question.type === 'multi') ? chosenOptions(question, answer) : []
}
