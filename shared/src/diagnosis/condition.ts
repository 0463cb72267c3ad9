/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from './answers.ts'
import type { Condition, ConditionLeaf } from './questionnaire.ts'

/** What conditions look at. Answers are the ones that count: none of a hidden question, none that is not offered. */
export interface Facts {
	readonly answers: Answers
	readonly flags: ReadonlySet<string>
	readonly inventory: readonly InventoryLine[]
}

/** A leaf that held, with what made it hold. */
export type MatchedLeaf
	= | { readonly kind: 'always' }
		/** `options` is empty for an answer in the members' own words. */
		| { readonly kind: 'answer', readonly question: string, readonly options: readonly string[] }
		| { readonly kind: 'flag', readonly flag: string }
		/** `lines` are indexes in the inventory that was evaluated. */
		| { readonly kind: 'inventory', readonly lines: readonly number[] }

/** Whether a condition holds, and which leaves made it hold. What is absent (`not`) leaves no trace. */
export interface Outcome {
	readonly holds: boolean
	readonly matched: readonly MatchedLeaf[]
}

const fails: Outcome = { holds: false, matched: [] }

/**
 * Evaluates a condition of the rule language.
 * Without an answer every operator is false, except `ne`; “I don’t know” is no answer.
 *
 * @param condition the condition, as data
 * @param facts what is known
 */
export function evaluateCondition(condition: Condition, facts: Facts): Outcome {
	if ('all' in condition) {
		const outcomes = condition.all.map((part) => evaluateCondition(part, facts))
		return outcomes.every((outcome) => outcome.holds) ? together(outcomes) : fails
	}
	if ('any' in condition) {
		const held = condition.any.map((part) => evaluateCondition(part, facts)).filter((outcome) => outcome.holds)
		return held.length > 0 ? together(held) : fails
	}
	if ('not' in condition) {
		return { holds: !evaluateCondition(condition.not, facts).holds, matched: [] }
	}
	return evaluateLeaf(condition, facts)
}

/**
 * Whether a question has been answered: “I don’t know”, blank text and an empty list are not answers.
 *
 * @param answer what is stored, if anything
 */
export function isAnswered(answer: Answers[string] | undefined): answer is Answers[string] {
	if (typeof answer === 'string') {
		return answer !== 'unknown' && answer.trim() !== ''
	}
	return answer !== undefined && answer.some((option) => option !== 'unknown')
}

/**
 *
 * @param outcomes of the parts that held
 */
function together(outcomes: Outcome[]): Outcome {
	return { holds: true, matched: outcomes.flatMap((outcome) => outcome.matched) }
}

/**
 *
 * @param leaf the leaf
 * @param facts what is known
 */
function evaluateLeaf(leaf: ConditionLeaf, facts: Facts): Outcome {
	if ('always' in leaf) {
		return { holds: true, matched: [{ kind: 'always' }] }
	}
	if ('flag' in leaf) {
		return facts.flags.has(leaf.flag) ? { holds: true, matched: [{ kind: 'flag', flag: leaf.flag }] } : fails
	}
	if ('inventory' in leaf) {
		const lines = facts.inventory.flatMap((line, index) => lineMatches(leaf.inventory, line) ? [index] : [])
		return lines.length > 0 ? { holds: true, matched: [{ kind: 'inventory', lines }] } : fails
	}
	return evaluateAnswer(leaf, facts.answers[leaf.q])
}

/**
 *
 * @param leaf the leaf
 * @param answer what was answered, if anything
 */
function evaluateAnswer(leaf: Extract<ConditionLeaf, { q: string }>, answer: Answers[string] | undefined): Outcome {
	if (!isAnswered(answer)) {
		return { holds: leaf.op === 'ne', matched: [] }
	}
	const given = typeof answer === 'string' ? [answer] : answer
	const answered = (options: readonly string[]): Outcome => ({ holds: true, matched: [{ kind: 'answer', question: leaf.q, options }] })
	switch (leaf.op) {
		case 'answered':
			return answered(given)
		case 'eq':
			return answer === leaf.value ? answered(given) : fails
		case 'ne':
			return answer !== leaf.value ? answered(given) : fails
		case 'in':
			return typeof answer === 'string' && leaf.value.includes(answer) ? answered(given) : fails
		case 'includesAny': {
			const common = typeof answer === 'string' ? [] : answer.filter((option) => leaf.value.includes(option))
			return common.length > 0 ? answered(common) : fails
		}
	}
}

type InventoryLeaf = Extract<ConditionLeaf, { inventory: unknown }>['inventory']

/**
 * Every part that is given must match on this one line; a line without a status passes `notStatus`.
 *
 * @param wanted parts of the leaf; one left out matches any line
 * @param line one line of the inventory
 */
function lineMatches(wanted: InventoryLeaf, line: InventoryLine): boolean {
	const has = (values: readonly string[] | undefined, value: string | undefined) => values === undefined || (value !== undefined && values.includes(value))
	return (wanted.use === undefined || wanted.use === line.use)
		&& has(wanted.hosting, line.hosting)
		&& has(wanted.status, line.status)
		&& (wanted.contains === undefined || wanted.contains.some((content) => line.contains?.includes(content)))
		&& !(line.status !== undefined && wanted.notStatus?.includes(line.status))
}
