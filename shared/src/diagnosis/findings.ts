/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Option, Question, Questionnaire } from './questionnaire.ts'
import type { Visible } from './visible-questions.ts'

import { chosenOptions } from './visible-questions.ts'

/** An option that was chosen, with its question. */
export interface ChosenOption {
	readonly question: Question
	readonly option: Option
}

/** A point to watch, with every answer that raised it. */
export interface RaisedFlag {
	readonly flag: Questionnaire['flags'][number]
	readonly raisedBy: readonly ChosenOption[]
}

/**
 * What already works: answers that score 3, then 2, in the order of the questions.
 * An answer that is a point of attention itself is no strength; what other questions raise takes nothing away from it,
 * so that what works stays said while more is answered.
 * Nor is an option that the questionnaire marks as none: better than paper, and yet not where one wants to be.
 *
 * @param visible the questions and answers that count
 */
export function strengthsOf(visible: Visible): ChosenOption[] {
	const chosen = chosenOf(visible).filter(({ question, option }) => question.scored !== false && option.flag === undefined)
	return [3, 2].flatMap((score) => chosen.filter(({ option }) => option.score === score && option.strength !== false))
}

/**
 * The flags that answers raise, in the order of the questionnaire, which is the most serious first. They stand apart from scores and are never averaged away.
 *
 * @param questionnaire the questionnaire
 * @param visible the questions and answers that count
 */
export function raisedFlags(questionnaire: Questionnaire, visible: Visible): RaisedFlag[] {
	const chosen = chosenOf(visible)
	return questionnaire.flags
		.map((flag) => ({ flag, raisedBy: chosen.filter(({ option }) => option.flag === flag.id) }))
		.filter(({ raisedBy }) => raisedBy.length > 0)
}

/**
 * Questions answered “I don’t know”, to be looked into.
 *
 * @param visible the questions and answers that count
 */
export function unknownQuestions(visible: Visible): Question[] {
	return chosenOf(visible).filter(({ option }) => option.id === 'unknown').map(({ question }) => question)
}

/**
 * Every chosen option, in the order of the questions.
 *
 * @param visible the questions and answers that count
 */
function chosenOf(visible: Visible): ChosenOption[] {
	return visible.questions.flatMap((question) => chosenOptions(question, visible.answers[question.id]).map((option) => ({ question, option })))
}
