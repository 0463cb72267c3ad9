/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, DiagnosisForm } from '../answers.ts'
import type { Question } from '../question-schema.ts'
import type { Asked } from '../visible-questions.ts'

import { visibleQuestions } from '../visible-questions.ts'

/**
 * What one person of a workshop is asked, and which of their answers count. Only questions with options: a free text
 * could tell who wrote it, and the tools are an inventory that the association makes once, together.
 *
 * @param questionnaire what is asked
 * @param form short or full
 * @param answers of this person
 */
export function workshopQuestions(questionnaire: Asked, form: DiagnosisForm, answers: Answers): { questions: Question[], answers: Answers } {
	const visible = visibleQuestions({ questionnaire, form, answers, inventory: [] })
	const questions = visible.questions.filter(({ options }) => options !== undefined)
	return { questions, answers: Object.fromEntries(questions.flatMap(({ id }) => visible.answers[id] === undefined ? [] : [[id, visible.answers[id]]])) }
}

/**
 * The questions that a printed sheet asks: all that somebody could be asked, since paper does not branch.
 *
 * @param questionnaire what is asked
 * @param form short or full
 */
export function sheetQuestions(questionnaire: Asked, form: DiagnosisForm): Question[] {
	const asked = form === 'short' ? new Set(questionnaire.shortForm.questions) : undefined
	return questionnaire.questions.filter(({ id, options }) => options !== undefined && (asked?.has(id) ?? true))
}
