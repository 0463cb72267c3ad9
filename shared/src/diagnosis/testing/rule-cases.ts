/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from '../answers.ts'
import type { Condition, ConditionLeaf, Question, Questionnaire, Rule } from '../questionnaire.ts'

import { without } from './reference-data.ts'

/** A diagnosis small enough to be nothing but one way to meet a condition. */
export interface RuleCase {
	readonly answers: Answers
	readonly inventory: readonly InventoryLine[]
}

type Alternative = { leaf: ConditionLeaf, negated: boolean }[]

/**
 * The smallest diagnoses that should make a rule fire, one for every way to meet its condition.
 *
 * @param rule the rule
 * @param questionnaire where its questions are
 */
export function firingCases(rule: Rule, questionnaire: Questionnaire): RuleCase[] {
	return waysToHold(rule.when, { answers: {}, inventory: [] }, questionnaire)
}

/**
 * Every diagnosis that differs in a single answer, or in one thing about one tool.
 *
 * @param start the diagnosis
 * @param questionnaire where its questions are
 */
export function neighbours(start: RuleCase, questionnaire: Questionnaire): RuleCase[] {
	const answers = Object.keys(start.answers).flatMap((id) => {
		const others = without(start.answers, id)
		const question = questionOf(questionnaire, id)
		return [others, ...(question.options ?? []).map((option) => ({ ...others, [id]: as(question, option.id) }))]
	})
	const inventories = start.inventory.flatMap((line, index) => {
		const others = start.inventory.toSpliced(index, 1)
		const edited = [without(line, 'contains'), without(line, 'hosting'), ...questionnaire.migrationStatuses.map(({ id }) => ({ ...line, status: id }))]
		return [others, ...edited.map((other) => [...others, other])]
	})
	return [
		...answers.map((changed) => ({ answers: changed, inventory: start.inventory })),
		...inventories.map((changed) => ({ answers: start.answers, inventory: changed })),
	]
}

/**
 * A condition as alternatives, each a list of leaves that must hold, or must not.
 *
 * @param condition the condition
 * @param negated whether it stands under a `not`
 */
function alternatives(condition: Condition, negated = false): Alternative[] {
	if ('not' in condition) {
		return alternatives(condition.not, !negated)
	}
	if (!('all' in condition) && !('any' in condition)) {
		return [[{ leaf: condition, negated }]]
	}
	const parts = 'all' in condition ? condition.all : condition.any
	if (('all' in condition) === negated) {
		return parts.flatMap((part) => alternatives(part, negated))
	}
	return parts.map((part) => alternatives(part, negated))
		.reduce((left, right) => left.flatMap((one) => right.map((other) => [...one, ...other])), [[]])
}

/**
 * The diagnoses in which a condition should hold, one for every way to meet it.
 *
 * @param condition the condition
 * @param start what is answered already
 * @param questionnaire where its questions are
 */
function waysToHold(condition: Condition, start: RuleCase, questionnaire: Questionnaire): RuleCase[] {
	return alternatives(condition).flatMap((leaves) => leaves.reduce<RuleCase[]>(
		(cases, { leaf, negated }) => cases.flatMap((found) => negated ? [found] : waysToMeet(leaf, found, questionnaire)),
		[start],
	))
}

/**
 * The diagnoses that meet one more leaf; none when it contradicts what is already answered.
 *
 * @param leaf the leaf
 * @param start what is answered so far
 * @param questionnaire where its questions are
 */
function waysToMeet(leaf: ConditionLeaf, start: RuleCase, questionnaire: Questionnaire): RuleCase[] {
	if ('always' in leaf) {
		return [start]
	}
	if ('inventory' in leaf) {
		const { use = 'files', hosting: [hosting] = [], contains, status: [status] = [] } = leaf.inventory
		const line = { use, tool: '', ...hosting && { hosting }, ...contains && { contains }, ...status && { status } }
		return [{ ...start, inventory: [...start.inventory, line] }]
	}
	const chosen = 'flag' in leaf
		? questionnaire.questions.flatMap((question) => (question.options ?? []).filter((option) => option.flag === leaf.flag).map((option) => [question, option.id] as const))
		: valuesFor(leaf, questionOf(questionnaire, leaf.q)).map((value) => [questionOf(questionnaire, leaf.q), value] as const)
	return chosen.flatMap(([question, value]) => waysToAnswer(question, value, start, questionnaire))
}

/**
 * The diagnoses in which a question shows and has one more answer; none when another is given already.
 *
 * @param question the question
 * @param value one option or text
 * @param start what is answered so far
 * @param questionnaire where the questions are that make this one show
 */
function waysToAnswer(question: Question, value: string, start: RuleCase, questionnaire: Questionnaire): RuleCase[] {
	const answer = as(question, value)
	const given = start.answers[question.id]
	if (given !== undefined) {
		return JSON.stringify(given) === JSON.stringify(answer) ? [start] : []
	}
	const shown = question.showIf ? waysToHold(question.showIf, start, questionnaire) : [start]
	return shown.map((found) => ({ ...found, answers: { ...found.answers, [question.id]: answer } }))
}

/**
 * The answers that meet a leaf about one question.
 *
 * @param leaf the leaf
 * @param question its question
 */
function valuesFor(leaf: Extract<ConditionLeaf, { q: string }>, question: Question): string[] {
	switch (leaf.op) {
		case 'answered':
			return [question.options?.[0]?.id ?? 'Un planning de permanences']
		case 'ne':
			return (question.options ?? []).map(({ id }) => id).filter((id) => id !== leaf.value && id !== 'unknown')
		case 'eq':
			return [leaf.value]
		default:
			return leaf.value
	}
}

/**
 * An answer in the shape that the question stores.
 *
 * @param question the question
 * @param value one option or text
 */
function as(question: Question, value: string): string | string[] {
	return question.type === 'multi' ? [value] : value
}

/**
 * A question by id.
 *
 * @param questionnaire the questionnaire
 * @param id the id
 * @throws {Error} when there is none, which is a fault of the questionnaire
 */
function questionOf(questionnaire: Questionnaire, id: string): Question {
	const question = questionnaire.questions.find((candidate) => candidate.id === id)
	if (!question) {
		throw new Error(`No question ${id}`)
	}
	return question
}
