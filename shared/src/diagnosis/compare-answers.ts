/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisForm } from './answers.ts'
import type { QuestionChange } from './question-change.ts'
import type { Option, Question, Questionnaire } from './questionnaire.ts'
import type { Visible } from './visible-questions.ts'

import { answersCompare, questionChange } from './question-change.ts'
import { chosenOptions } from './visible-questions.ts'

/** What was answered, to be shown. */
export interface Answered {
	readonly options: readonly Option[]
	/** The members’ own words, for a question without options. */
	readonly words: string | null
}

/** An answer that is another one than before. */
export interface AnswerChange {
	/** As the later questionnaire asks it. */
	readonly question: Question
	readonly then: Answered
	readonly now: Answered
	/** `other` where nobody can say that one is better. */
	readonly movement: 'better' | 'worse' | 'other'
}

/**
 * Why a question is not compared: it changed, the short form did not ask it, earlier answers hid it, or it was left open.
 * Where only its points or its dimension changed, its answers are compared all the same.
 */
export type NotCompared = QuestionChange | 'short-then' | 'short-now' | 'hidden-then' | 'hidden-now' | 'open-then' | 'open-now'

export interface QuestionNotCompared {
	readonly question: Question
	readonly why: NotCompared
}

/** The questions and answers of one diagnosis. */
export interface AnswerSide {
	readonly questionnaire: Questionnaire
	readonly form: DiagnosisForm
	readonly visible: Visible
}

const key = ({ options, words }: Answered) => words ?? options.map(({ id }) => id).sort().join(' ')

/**
 * The answers that changed, and the questions that cannot be compared, in the order of the later questionnaire and then
 * of the earlier one. The inventory is compared by its tools instead.
 *
 * @param then the earlier diagnosis
 * @param now the later one
 */
export function compareAnswers(then: AnswerSide, now: AnswerSide): { answers: AnswerChange[], notCompared: QuestionNotCompared[] } {
	const answers: AnswerChange[] = []
	const notCompared: QuestionNotCompared[] = []
	const earlier = new Map(then.questionnaire.questions.map((question) => [question.id, question]))
	const gone = then.questionnaire.questions.filter(({ id }) => !now.questionnaire.questions.some((question) => question.id === id))
	for (const question of [...now.questionnaire.questions, ...gone].filter(({ type }) => type !== 'inventory')) {
		const before = earlier.get(question.id)
		const after = gone.includes(question) ? undefined : question
		const change = questionChange(before, after)
		const why = answersCompare(change) ? obstacleOf(question.id, then, now) : change
		if (why === 'unsaid') {
			continue
		}
		if (change ?? why) {
			notCompared.push({ question, why: (why ?? change)! })
		}
		if (before && after && why === null) {
			answers.push(...changeOf(before, after, then.visible, now.visible))
		}
	}
	return { answers, notCompared }
}

/**
 * Why one of two answers is missing; `unsaid` when both are, which is nothing to tell.
 *
 * @param id of the question
 * @param then the earlier diagnosis
 * @param now the later one
 */
function obstacleOf(id: string, then: AnswerSide, now: AnswerSide): NotCompared | 'unsaid' | null {
	const [before, after] = [then, now].map(({ visible }) => visible.answers[id] !== undefined)
	if (before && after) {
		return null
	}
	if (!before && !after) {
		return 'unsaid'
	}
	const { questionnaire, form, visible } = before ? now : then
	const reason = form === 'short' && !questionnaire.shortForm.questions.includes(id) ? 'short' : visible.questions.some((question) => question.id === id) ? 'open' : 'hidden'
	return `${reason}-${before ? 'now' : 'then'}`
}

function changeOf(before: Question, after: Question, then: Visible, now: Visible): AnswerChange[] {
	const [old, fresh] = [answered(before, then), answered(after, now)]
	if (key(old) === key(fresh)) {
		return []
	}
	const [from, to] = [old, fresh].map(({ options: [option] }) => after.scored === false ? undefined : after.options?.find(({ id }) => id === option?.id)?.score)
	const movement = typeof from !== 'number' || typeof to !== 'number' || from === to ? 'other' : to > from ? 'better' : 'worse'
	return [{ question: after, then: old, now: fresh, movement }]
}

/**
 * What was answered to a question, to be shown.
 *
 * @param question the question
 * @param visible the answers that count
 */
export function answered(question: Question, visible: Visible): Answered {
	const answer = visible.answers[question.id]
	return { options: chosenOptions(question, answer), words: !question.options && typeof answer === 'string' && answer.trim() !== '' ? answer : null }
}
