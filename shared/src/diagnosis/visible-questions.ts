/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, DiagnosisForm, InventoryLine } from './answers.ts'
import type { Option, Question, Questionnaire } from './questionnaire.ts'

import { evaluateCondition } from './condition.ts'

/** What a diagnosis holds, whatever is hidden. */
export interface Given {
	readonly questionnaire: Questionnaire
	readonly answers: Answers
	readonly inventory: readonly InventoryLine[]
	readonly form: DiagnosisForm
}

/** The parts of a questionnaire that say what is asked. */
export interface Asked {
	readonly questions: Questionnaire['questions']
	readonly shortForm: Pick<Questionnaire['shortForm'], 'questions'>
}

/** What counts: the questions that show, and the answers and tools that belong to one of them. */
export interface Visible {
	/** In the order in which they are asked. */
	readonly questions: readonly Question[]
	readonly answers: Answers
	/** Empty when the inventory is not asked. */
	readonly inventory: readonly InventoryLine[]
}

/**
 * The questions of the form that show, given the answers to earlier ones, and the answers that count.
 * An answer of a hidden question, or one that the question does not offer, counts nowhere;
 * it stays in the document, in case the question shows again.
 *
 * @param given the diagnosis
 */
export function visibleQuestions(given: Omit<Given, 'questionnaire'> & { readonly questionnaire: Asked }): Visible {
	const { questionnaire, form } = given
	const asked = form === 'short' ? new Set(questionnaire.shortForm.questions) : undefined
	const questions: Question[] = []
	// A pack that somebody made may ask for “constructor”: every other object seems to have an answer to that.
	const answers = Object.create(null) as Answers
	let inventory: readonly InventoryLine[] = []
	for (const question of questionnaire.questions) {
		if (asked && !asked.has(question.id)) {
			continue
		}
		if (question.showIf && !evaluateCondition(question.showIf, { answers, flags: new Set(), inventory }).holds) {
			continue
		}
		questions.push(question)
		if (question.type === 'inventory') {
			inventory = given.inventory
		}
		const answer = offeredAnswer(question, given)
		if (answer !== undefined) {
			answers[question.id] = answer
		}
	}
	return { questions, answers, inventory }
}

/**
 * The options that an answer chooses, in the order of the question.
 *
 * @param question the question
 * @param answer what was answered, if anything
 */
export function chosenOptions(question: Question, answer: Answers[string] | undefined): Option[] {
	return (question.options ?? []).filter((option) => Array.isArray(answer) ? answer.includes(option.id) : option.id === answer)
}

/**
 * How far a diagnosis is: questions that show, those that were dealt with, and the first that was not.
 * “I don’t know” and a text left blank on purpose are dealt with, though they are no answers to a rule.
 *
 * @param visible what shows
 */
export function progressOf(visible: Visible): { answered: number, total: number, next: Question | undefined } {
	const open = visible.questions.filter((question) => visible.answers[question.id] === undefined)
	return { answered: visible.questions.length - open.length, total: visible.questions.length, next: open[0] }
}

/**
 * The first question after another that was not dealt with, if any.
 *
 * @param visible what shows
 * @param question id of a question that shows
 */
export function nextOpenAfter(visible: Visible, question: string): Question | undefined {
	const place = visible.questions.findIndex(({ id }) => id === question)
	return visible.questions.slice(place + 1).find(({ id }) => visible.answers[id] === undefined)
}

/**
 * The answer to a question, reduced to what the question offers.
 *
 * @param question the question
 * @param given the diagnosis
 */
function offeredAnswer(question: Question, given: Pick<Given, 'answers' | 'inventory'>): Answers[string] | undefined {
	if (question.type === 'inventory') {
		return given.inventory.length > 0 ? given.inventory.map((line) => line.tool) : undefined
	}
	// Read as it is, so that a screen sees when an answer comes; what every object has is none.
	const answer: unknown = given.answers[question.id]
	if (!isAnswer(answer) || Array.isArray(answer) !== (question.type === 'multi')) {
		return undefined
	}
	if (!question.options) {
		return answer
	}
	const chosen = chosenOptions(question, answer).map((option) => option.id)
	if (question.type === 'multi') {
		return chosen
	}
	return chosen[0]
}

function isAnswer(value: unknown): value is Answers[string] {
	return typeof value === 'string' || Array.isArray(value)
}
