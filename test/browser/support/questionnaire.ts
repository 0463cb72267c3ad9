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

/**
 * The French words of a question's best answer: the one with the highest score, or the last that is not “I don't know”.
 *
 * @param question as a French reader sees it
 */
export function bestAnswer(question: string): string {
	const found = questionnaire.questions.find(({ text }) => text.fr === question.trim())
	const options = (found?.options ?? []) as Option[]
	const scored = options.filter(({ score }) => typeof score === 'number').sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
	const answer = scored[0] ?? options.findLast(({ id }) => id !== 'unknown')
	if (answer === undefined) {
		throw new Error(`The questionnaire has no answers to “${question}”.`)
	}
	return answer.text.fr
}
