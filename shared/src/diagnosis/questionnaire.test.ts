/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Condition, ConditionLeaf } from './questionnaire.ts'

import { describe, expect, it } from 'vitest'
import questionnaireJson from '../../data/questionnaire.json' with { type: 'json' }
import { communityKinds } from '../vocabulary/community-kinds.ts'
import { questionnaireSchema } from './questionnaire.ts'
import { questionnaire, solutions } from './testing/reference-data.ts'

const idsOf = (list: readonly { id: string }[] | undefined) => new Set((list ?? []).map(({ id }) => id))
const questions = new Map(questionnaire.questions.map((question) => [question.id, question]))
const optionsOf = (question: string) => idsOf(questions.get(question)?.options)
const fieldOptions = (field: string) => idsOf(questionnaire.inventoryItem.fields.find(({ id }) => id === field)?.options)
const statuses = idsOf(questionnaire.migrationStatuses)

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

const conditions = [
	...questionnaire.rules.map((rule) => ({ at: rule.id, when: rule.when })),
	...questionnaire.questions.flatMap((question) => question.showIf ? [{ at: question.id, when: question.showIf }] : []),
	...questionnaire.associationSizes.map((size) => ({ at: size.id, when: size.from })),
]
const leaves = conditions.flatMap(({ at, when }) => leavesOf(when).map((leaf) => ({ at, leaf })))

/**
 * What is referred to and does not exist.
 *
 * @param known the ids that exist
 * @param references id and place of each reference
 */
function dangling(known: ReadonlySet<string>, references: { id: string, at: string }[]): string[] {
	return references.filter(({ id }) => !known.has(id)).map(({ id, at }) => `${id} in ${at}`)
}

describe('the questionnaire', () => {
	it('is of the shape that its schema says, and a released version', () => {
		expect(questionnaireSchema.safeParse(questionnaireJson).error).toBeUndefined()
		expect(questionnaire.version).toBe('1.0.0')
	})

	it('is refused with a misspelt key, a text without French or a condition that is none', () => {
		const [rule, ...rules] = questionnaireJson.rules
		const withRule = (changes: object) => questionnaireSchema.safeParse({ ...questionnaireJson, rules: [{ ...rule, ...changes }, ...rules] }).success
		expect(withRule({})).toBe(true)
		expect(withRule({ priorty: 1 })).toBe(false)
		expect(withRule({ title: { fr: ' ', en: 'A title' } })).toBe(false)
		expect(withRule({ when: { q: 'gov-lead', op: 'like', value: 'one' } })).toBe(false)
	})

	it.each(['dimensions', 'uses', 'migrationStatuses', 'steps', 'serviceTypes', 'associationSizes', 'communityKinds', 'questions', 'flags', 'rules'] as const)('has each id of %s once', (list) => {
		expect(idsOf(questionnaire[list]).size).toBe(questionnaire[list].length)
	})

	it('has each option of a question once', () => {
		expect(questionnaire.questions.filter(({ options }) => options && idsOf(options).size !== options.length)).toEqual([])
	})

	it('puts every question in a dimension, and flags that exist on its options', () => {
		expect(dangling(idsOf(questionnaire.dimensions), questionnaire.questions.map((question) => ({ id: question.dimension, at: question.id })))).toEqual([])
		const raised = questionnaire.questions.flatMap((question) => (question.options ?? []).flatMap(({ flag }) => flag ? [{ id: flag, at: question.id }] : []))
		expect(dangling(idsOf(questionnaire.flags), raised)).toEqual([])
		expect(dangling(new Set(raised.map(({ id }) => id)), questionnaire.flags.map(({ id }) => ({ id, at: 'flags never raised' })))).toEqual([])
	})

	it('offers “I don’t know” on every question that is scored', () => {
		const scored = questionnaire.questions.filter((question) => question.options?.some(({ score }) => typeof score === 'number'))
		expect(scored.filter((question) => !question.options?.some(({ id, score }) => id === 'unknown' && score === null))).toEqual([])
	})

	it('refers to questions, options and flags that exist', () => {
		const asked = leaves.flatMap(({ at, leaf }) => 'q' in leaf ? [{ at, leaf }] : [])
		expect(dangling(new Set(questions.keys()), asked.map(({ at, leaf }) => ({ id: leaf.q, at })))).toEqual([])
		for (const { at, leaf } of asked) {
			const values = 'value' in leaf ? [leaf.value].flat() : []
			expect(dangling(optionsOf(leaf.q), values.map((id) => ({ id, at })))).toEqual([])
		}
		expect(dangling(idsOf(questionnaire.flags), leaves.flatMap(({ at, leaf }) => 'flag' in leaf ? [{ id: leaf.flag, at }] : []))).toEqual([])
	})

	it('asks “includes any” of multiple choices and the other comparisons of single ones', () => {
		const wrong = leaves.filter(({ leaf }) => 'q' in leaf && leaf.op !== 'answered' && (leaf.op === 'includesAny') !== (questions.get(leaf.q)?.type === 'multi'))
		expect(wrong).toEqual([])
	})

	it('refers to uses, hostings, contents and statuses of the inventory that exist', () => {
		const parts = leaves.flatMap(({ at, leaf }) => 'inventory' in leaf ? [{ at, inventory: leaf.inventory }] : [])
		const all = (known: ReadonlySet<string>, pick: (inventory: typeof parts[number]['inventory']) => readonly string[] | undefined) => dangling(known, parts.flatMap(({ at, inventory }) => (pick(inventory) ?? []).map((id) => ({ id, at }))))
		expect(all(idsOf(questionnaire.uses), ({ use }) => use ? [use] : [])).toEqual([])
		expect(all(fieldOptions('hosting'), ({ hosting }) => hosting)).toEqual([])
		expect(all(fieldOptions('contains'), ({ contains }) => contains)).toEqual([])
		expect(all(statuses, ({ status, notStatus }) => [...status ?? [], ...notStatus ?? []])).toEqual([])
	})

	it('hides a question by what was asked before it only', () => {
		const place = (id: string) => questionnaire.questions.findIndex((question) => question.id === id)
		const late = questionnaire.questions.flatMap((question, index) => question.showIf ? leavesOf(question.showIf).filter((leaf) => !('q' in leaf) || place(leaf.q) >= index) : [])
		expect(late).toEqual([])
	})

	it('advises steps, services, solutions, motivations and statuses that exist', () => {
		const { rules, ranking } = questionnaire
		const named = (pick: (rule: typeof rules[number]) => readonly string[] | undefined) => rules.flatMap((rule) => (pick(rule) ?? []).map((id) => ({ id, at: rule.id })))
		expect(dangling(idsOf(questionnaire.steps), named(({ step }) => [step]))).toEqual([])
		expect(dangling(idsOf(questionnaire.serviceTypes), named(({ services }) => services))).toEqual([])
		expect(dangling(idsOf(solutions.solutions), named((rule) => rule.solutions))).toEqual([])
		expect(dangling(optionsOf(ranking.motivationsFrom), named(({ motivations }) => motivations))).toEqual([])
		expect(dangling(statuses, named(({ effect }) => effect?.suggestStatus ? [effect.suggestStatus] : []))).toEqual([])
		expect(dangling(new Set(questions.keys()), named(({ servicesFrom }) => servicesFrom ? [servicesFrom] : []))).toEqual([])
	})

	it('advises every service at least once, and gives every quick win a motivation', () => {
		const advised = new Set(questionnaire.rules.flatMap(({ services }) => services ?? []))
		expect(dangling(advised, questionnaire.serviceTypes.map(({ id }) => ({ id, at: 'no rule' })))).toEqual([])
		expect(questionnaire.rules.filter(({ quickWin, motivations }) => quickWin && !motivations)).toEqual([])
	})

	it('knows the effort that fits every answer about time', () => {
		expect(Object.keys(questionnaire.ranking.effortByTime).sort()).toEqual([...optionsOf(questionnaire.ranking.timeFrom)].sort())
	})

	it('names the sizes and the kinds of need that the rest of the product knows', () => {
		expect(dangling(idsOf(questionnaire.associationSizes), [...optionsOf('profile-employees')].map((id) => ({ id, at: 'profile-employees' })))).toEqual([])
		expect(questionnaire.communityKinds).toEqual(communityKinds)
	})

	it('covers every share from nothing to all by levels, without gap or overlap', () => {
		const { levels } = questionnaire.scoring
		expect(levels[0]?.from).toEqual([0, 1])
		expect(levels.at(-1)?.to).toEqual([1, 1])
		expect(levels.slice(1).map(({ from }) => from)).toEqual(levels.slice(0, -1).map(({ to }) => to))
	})
})
