/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from './answers.ts'
import type { EvaluationInput } from './evaluate.ts'
import type { Questionnaire } from './questionnaire.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDiagnoses } from './compare.ts'
import { arbitraryAnswers, arbitraryInventory } from './testing/arbitrary-diagnosis.ts'
import { questionnaire, reference, solutions, without } from './testing/reference-data.ts'

const diagnosis = (answers: Answers, changes: Partial<EvaluationInput> = {}): EvaluationInput => ({ questionnaire, solutions, answers, inventory: [], form: 'full', ...changes })
const withQuestions = (questions: Questionnaire['questions']): Questionnaire => ({ ...questionnaire, version: '2.0.0', questions })
const question = (id: string) => questionnaire.questions.find((one) => one.id === id)!
const files = { 'files-location': 'giant-cloud', 'files-order': 'some', 'files-formats': 'mixed' }
const dimension = (comparison: ReturnType<typeof compareDiagnoses>, id: string) => comparison.dimensions.find((one) => one.id === id)!
const reasons = (comparison: ReturnType<typeof compareDiagnoses>) => comparison.notCompared.map((one) => [one.question.id, one.why])

describe('a diagnosis beside an earlier one', () => {
	it('says where each dimension stood and stands, and which answers changed', () => {
		const comparison = compareDiagnoses(diagnosis(files), diagnosis({ ...files, 'files-location': 'trusted-cloud', 'files-order': 'no' }))
		expect(dimension(comparison, 'files')).toMatchObject({ then: { score: [3, 9] }, now: { score: [4, 9] }, common: { questions: 3 }, movement: 'better', why: null })
		expect(comparison.answers.map((change) => [change.question.id, change.then.options[0]?.id, change.now.options[0]?.id, change.movement])).toEqual([
			['files-location', 'giant-cloud', 'trusted-cloud', 'better'],
			['files-order', 'some', 'no', 'worse'],
		])
	})

	it('tells words and “I don’t know” as changes that nobody can rank', () => {
		const comparison = compareDiagnoses(diagnosis({ 'mgmt-missing': 'Un planning', 'gov-lead': 'unknown' }), diagnosis({ 'mgmt-missing': 'Un annuaire', 'gov-lead': 'group' }))
		expect(comparison.answers.map(({ then, now, movement }) => [then.words ?? then.options[0]?.id, now.words ?? now.options[0]?.id, movement])).toEqual([['unknown', 'group', 'other'], ['Un planning', 'Un annuaire', 'other']])
	})

	it('makes no progress of other questions being answered', () => {
		const comparison = compareDiagnoses(diagnosis({ ...files, 'files-formats': 'unknown' }), diagnosis({ ...files, 'files-formats': 'open-rule' }))
		expect(dimension(comparison, 'files')).toMatchObject({ then: { score: [2, 6] }, now: { score: [5, 9] }, common: { questions: 2, then: [2, 6], now: [2, 6] }, movement: 'same' })
	})

	it('tells of no movement when too few questions were answered both times', () => {
		const comparison = compareDiagnoses(diagnosis({ 'files-location': 'giant-cloud', 'files-order': 'some' }), diagnosis({ 'files-order': 'some', 'files-formats': 'mixed' }))
		expect(dimension(comparison, 'files')).toMatchObject({ movement: null, why: 'few-in-common' })
		expect(reasons(comparison)).toEqual([['files-location', 'open-now'], ['files-formats', 'open-then']])
	})

	it('says which flags came, went and stayed, and which nobody had asked about', () => {
		const { flags } = compareDiagnoses(
			diagnosis({ 'security-backup': 'none', 'security-accounts': 'one-password', 'tools-supplier-loss': 'stop' }),
			diagnosis({ 'security-backup': 'tested', 'security-accounts': 'one-password', 'security-admins': 'one', 'gov-mandate': 'yearly' }),
		)
		const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
		expect(Object.fromEntries(Object.entries(flags).map(([kind, list]) => [kind, ids(list)]))).toEqual({ came: [], went: ['no-backup'], stayed: ['shared-password'], newlyAsked: ['single-admin'], notAskedAgain: ['hard-dependence'] })
	})

	it('says which tools came and went', () => {
		const tool = (id: string, use = 'files') => ({ use, tool: id })
		const { tools } = compareDiagnoses(diagnosis({}, { inventory: [tool('dropbox'), tool('gmail', 'mail')] }), diagnosis({}, { inventory: [tool('nextcloud-files'), tool('gmail', 'mail')] }))
		expect([tools.came, tools.went]).toEqual([[tool('nextcloud-files')], [tool('dropbox')]])
		expect(compareDiagnoses(diagnosis({}, { form: 'short' }), diagnosis({}, { inventory: [tool('dropbox')] })).tools.came).toEqual([])
	})
})

describe('with another catalogue than then', () => {
	const inventory = [{ use: 'files', tool: 'dropbox', hosting: 'giant' }, { use: 'video-meeting', tool: 'bigbluebutton', hosting: 'member' }] as InventoryLine[]
	const disputed = { ...solutions, solutions: solutions.solutions.map((one) => one.id === 'bigbluebutton' ? { ...one, freeStatus: 'disputed' as const } : one) }
	const bare = { ...solutions, tools: solutions.tools.filter(({ id }) => id !== 'dropbox') }

	it('each says what it said, and nothing is told of tools that both judge the same', () => {
		const { independence } = compareDiagnoses(diagnosis({}, { inventory, solutions: { ...disputed, solutions: solutions.solutions.filter(({ id }) => id !== 'cryptpad') } }), diagnosis({}, { inventory: [inventory[0]!], solutions }))
		expect(independence).toMatchObject({ then: [2, 4], now: [0, 2], judgedOtherwise: [] })
	})

	it.each([
		['another judgement', disputed, [0, 4], 'bigbluebutton'],
		['a tool that it did not know', bare, [2, 2], 'dropbox'],
	] as const)('%s is named, with what the earlier tools come to now', (_, earlier, then, tool) => {
		const { independence } = compareDiagnoses(diagnosis({}, { inventory, solutions: earlier }), diagnosis({}, { inventory, solutions }))
		expect(independence).toMatchObject({ then, now: [2, 4], thenByNow: [2, 4] })
		expect(independence.judgedOtherwise.map((line) => line.tool)).toEqual([tool])
	})

	it('a tool is named that only the later diagnosis has', () => {
		const { independence } = compareDiagnoses(diagnosis({}, { inventory: [inventory[0]!], solutions: disputed }), diagnosis({}, { inventory, solutions }))
		expect(independence.judgedOtherwise.map((line) => line.tool)).toEqual(['bigbluebutton'])
	})
})

describe('across versions and forms', () => {
	it.each([
		['added', questionnaire.questions.filter(({ id }) => id !== 'files-order'), questionnaire.questions],
		['removed', questionnaire.questions, questionnaire.questions.filter(({ id }) => id !== 'files-order')],
		['options', questionnaire.questions, questionnaire.questions.map((one) => one.id === 'files-order' ? { ...one, options: one.options!.slice(1) } : one)],
		['type', questionnaire.questions, questionnaire.questions.map((one) => one.id === 'files-order' ? { ...one, type: 'multi' as const } : one)],
	])('a question that was %s is not compared, and the others are', (why, before, after) => {
		const answers = { ...files, 'files-order': 'plan' }
		const comparison = compareDiagnoses(diagnosis(answers, { questionnaire: withQuestions(before) }), diagnosis({ ...answers, 'files-location': 'trusted-cloud' }, { questionnaire: withQuestions(after) }))
		expect(reasons(comparison)).toContainEqual(['files-order', why])
		expect(comparison.answers.map((change) => change.question.id)).toEqual(['files-location'])
		expect(dimension(comparison, 'files').common).toMatchObject({ questions: 2, then: [2, 6], now: [4, 6] })
	})

	it.each([
		['rescored', { weight: 2 }],
		['moved', { dimension: 'skills' }],
	])('a question that was %s is compared in words, and its points are left out', (why, changes) => {
		const later = withQuestions(questionnaire.questions.map((one) => one.id === 'files-order' ? { ...one, ...changes } : one))
		const comparison = compareDiagnoses(diagnosis(files), diagnosis({ ...files, 'files-order': 'plan-known' }, { questionnaire: later }))
		expect(reasons(comparison)).toEqual([['files-order', why]])
		expect(comparison.answers.map((change) => change.question.id)).toEqual(['files-order'])
		expect(dimension(comparison, 'files').common).toMatchObject({ then: [2, 6], now: [2, 6] })
	})

	it('a short form gives no level to compare, and its twenty answers are', () => {
		const full = reference.associations[0]!.answers
		const comparison = compareDiagnoses(diagnosis(full, { form: 'short' }), diagnosis({ ...full, 'gov-lead': 'group' }))
		expect(comparison.dimensions.every(({ then, movement, why }) => then === null && movement === null && why === 'short-form')).toBe(true)
		expect(comparison.answers.map((change) => change.question.id)).toEqual(['gov-lead'])
		expect(reasons(comparison)).toContainEqual(['gov-objectives', 'short-then'])
	})

	it('an answer that earlier ones hid was not open', () => {
		const comparison = compareDiagnoses(diagnosis({ 'public-website': 'none' }), diagnosis({ 'public-website': 'team', 'public-trackers': 'none' }))
		expect(reasons(comparison)).toEqual([['public-trackers', 'hidden-then']])
	})
})

describe('whatever was answered', () => {
	const changes = ({ answers, tools, flags, dimensions }: ReturnType<typeof compareDiagnoses>) => [answers, tools.came, tools.went, flags.came, flags.went, flags.newlyAsked, flags.notAskedAgain, dimensions.filter(({ movement }) => movement !== null && movement !== 'same')].flat()

	it('nothing changed between a diagnosis and itself', () => {
		fc.assert(fc.property(arbitraryAnswers, arbitraryInventory, (answers, inventory: InventoryLine[]) => {
			expect(changes(compareDiagnoses(diagnosis(answers, { inventory }), diagnosis(answers, { inventory })))).toEqual([])
		}))
	})

	it('what is better one way is worse the other way round', () => {
		const turned = { better: 'worse', worse: 'better', same: 'same', other: 'other' }
		fc.assert(fc.property(arbitraryAnswers, arbitraryAnswers, (one, other) => {
			const [there, back] = [compareDiagnoses(diagnosis(one), diagnosis(other)), compareDiagnoses(diagnosis(other), diagnosis(one))]
			expect(back.answers.map(({ movement }) => movement)).toEqual(there.answers.map(({ movement }) => turned[movement]))
			expect(back.dimensions.map(({ movement }) => movement)).toEqual(there.dimensions.map(({ movement }) => movement && turned[movement]))
		}))
	})

	it('a question is told once: as changed, as not comparable, or not at all', () => {
		const points = new Set(['rescored', 'moved'])
		fc.assert(fc.property(arbitraryAnswers, arbitraryAnswers, fc.constantFrom(...questionnaire.questions), (one, other, { id }) => {
			const comparison = compareDiagnoses(diagnosis(one), diagnosis(without(other, id), { questionnaire: withQuestions(questionnaire.questions.filter((kept) => kept.id !== id && !kept.showIf)) }))
			const told = [...comparison.answers.map((change) => change.question.id), ...comparison.notCompared.filter(({ why }) => !points.has(why)).map((left) => left.question.id)]
			expect(new Set(told).size).toBe(told.length)
			expect(told.filter((name) => name === id)).toHaveLength(question(id).type === 'inventory' ? 0 : 1)
		}))
	})
})
