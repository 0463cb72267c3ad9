/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Condition, ConditionLeaf, Questionnaire } from '../../src/diagnosis/questionnaire.ts'
import type { Fault } from './fault.ts'

import { idsOf, unknownIds } from './ids.ts'

/**
 * What the conditions of rules, questions and sizes refer to and is not there, or compare in a way that never holds.
 *
 * @param questionnaire of the right shape
 */
export function conditionFaults(questionnaire: Questionnaire): Fault[] {
	const conditions = [
		...questionnaire.rules.map(({ id, when }) => ({ at: `rule ${id}`, condition: when })),
		...questionnaire.questions.flatMap(({ id, showIf }) => showIf ? [{ at: `question ${id} › showIf`, condition: showIf }] : []),
		...questionnaire.associationSizes.map(({ id, from }) => ({ at: `size ${id}`, condition: from })),
	]
	return [
		...conditions.flatMap(({ at, condition }) => leavesOf(condition).flatMap((leaf) => leafFaults(questionnaire, at, leaf))),
		...questionnaire.questions.flatMap(({ id, showIf }, place) => (showIf ? leavesOf(showIf) : [])
			.filter((leaf) => !('q' in leaf) || questionnaire.questions.findIndex((question) => question.id === leaf.q) >= place)
			.map(() => ({ at: `question ${id} › showIf`, words: 'may look at answers to earlier questions only' }))),
	]
}

/**
 * The leaves of a condition.
 *
 * @param condition the condition
 */
function leavesOf(condition: Condition): ConditionLeaf[] {
	if ('not' in condition) {
		return leavesOf(condition.not)
	}
	if ('all' in condition) {
		return condition.all.flatMap(leavesOf)
	}
	return 'any' in condition ? condition.any.flatMap(leavesOf) : [condition]
}

/**
 * What is wrong with one leaf.
 *
 * @param questionnaire where it looks
 * @param at where it stands
 * @param leaf the leaf
 */
function leafFaults(questionnaire: Questionnaire, at: string, leaf: ConditionLeaf): Fault[] {
	if ('flag' in leaf) {
		return unknownIds(at, 'flag', [leaf.flag], idsOf(questionnaire.flags))
	}
	if ('inventory' in leaf) {
		const { use, hosting, contains, status, notStatus } = leaf.inventory
		const field = (id: string) => idsOf(questionnaire.inventoryItem.fields.find((one) => one.id === id)?.options)
		return [
			...unknownIds(at, 'use', use ? [use] : [], idsOf(questionnaire.uses)),
			...unknownIds(at, 'hosting', hosting, field('hosting')),
			...unknownIds(at, 'content', contains, field('contains')),
			...unknownIds(at, 'status', [...status ?? [], ...notStatus ?? []], idsOf(questionnaire.migrationStatuses)),
		]
	}
	if (!('q' in leaf)) {
		return []
	}
	const question = questionnaire.questions.find(({ id }) => id === leaf.q)
	if (!question) {
		return unknownIds(at, 'question', [leaf.q], new Set())
	}
	if (leaf.op !== 'answered' && (leaf.op === 'includesAny') !== (question.type === 'multi')) {
		return [{ at, words: `compares question ${leaf.q} by “${leaf.op}”, which a question of type ${question.type} never meets` }]
	}
	return unknownIds(at, `option of question ${leaf.q}`, 'value' in leaf ? [leaf.value].flat() : [], idsOf(question.options))
}
