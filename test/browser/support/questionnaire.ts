/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import questionnaire from '../../../shared/data/questionnaire.json' with { type: 'json' }

interface Option {
	id: string
	text: { fr: string }
	score?: number | null
}

/** A question as far as a visitor has to know it. */
export interface AskedQuestion {
	id: string
	type: string
	text: { fr: string }
	options?: Option[]
}

/**
 * The question with these words.
 *
 * @param words as a French reader sees them
 * @throws {Error} when none has them
 */
export function questionOf(words: string): AskedQuestion {
	const found = (questionnaire.questions as AskedQuestion[]).find(({ text }) => text.fr === words.trim())
	if (found === undefined) {
		throw new Error(`The questionnaire has no question “${words}”.`)
	}
	return found
}

/**
 * @param id of a question
 * @throws {Error} when there is none
 */
export function questionWithId(id: string): AskedQuestion {
	const found = (questionnaire.questions as AskedQuestion[]).find((question) => question.id === id)
	if (found === undefined) {
		throw new Error(`The questionnaire has no question ${id}.`)
	}
	return found
}

/**
 * Where a question stands in the questionnaire.
 *
 * @param id of the question
 */
export function positionOf(id: string): number {
	return questionnaire.questions.findIndex((question) => question.id === id)
}

/**
 * The French words of a question's best answer: the one with the highest score, or the last that is not “I don't know”.
 *
 * @param question as a French reader sees it
 */
export function bestAnswer(question: string): string {
	const options = questionOf(question).options ?? []
	return wordsOf(question, byScore(options).at(-1) ?? options.findLast(({ id }) => id !== 'unknown'))
}

/**
 * The French words of a question's weakest answer: the one with the lowest score, or the first.
 *
 * @param question as a French reader sees it
 */
export function weakestAnswer(question: string): string {
	const options = questionOf(question).options ?? []
	return wordsOf(question, byScore(options)[0] ?? options[0])
}

function byScore(options: Option[]): Option[] {
	return options.filter(({ score }) => typeof score === 'number').sort((a, b) => a.score! - b.score!)
}

function wordsOf(question: string, answer: Option | undefined): string {
	if (answer === undefined) {
		throw new Error(`The questionnaire has no answers to “${question}”.`)
	}
	return answer.text.fr
}
