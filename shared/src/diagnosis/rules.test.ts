/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RuleCase } from './testing/rule-cases.ts'

import { describe, expect, it } from 'vitest'
import { evaluated, firedIds, questionnaire } from './testing/reference-data.ts'
import { firingCases, neighbours } from './testing/rule-cases.ts'

const fires = (rule: string, { answers, inventory }: RuleCase, form: 'short' | 'full' = 'full') => firedIds(evaluated(answers, [...inventory], form)).includes(rule)
const isAsked = ({ answers, inventory }: RuleCase) => inventory.length === 0 && Object.keys(answers).every((id) => questionnaire.shortForm.questions.includes(id))
const conditional = questionnaire.rules.filter((rule) => !('always' in rule.when))

/**
 * In how many answers and tools two diagnoses differ; a tool that was not touched is the same object in both.
 *
 * @param one a diagnosis
 * @param other its neighbour
 */
function differences(one: RuleCase, other: RuleCase): number {
	const questions = new Set([...Object.keys(one.answers), ...Object.keys(other.answers)])
	const answers = [...questions].filter((id) => JSON.stringify(one.answers[id]) !== JSON.stringify(other.answers[id]))
	const kept = one.inventory.filter((line) => other.inventory.includes(line))
	return answers.length + Math.max(one.inventory.length, other.inventory.length) - kept.length
}

describe('every rule', () => {
	it.each(questionnaire.rules)('$id fires in every way its condition can be met', (rule) => {
		const cases = firingCases(rule, questionnaire)
		expect(cases.length).toBeGreaterThan(0)
		expect(cases.filter((found) => !fires(rule.id, found))).toEqual([])
	})

	it.each(conditional)('$id just does not fire one answer or one tool away', (rule) => {
		for (const found of firingCases(rule, questionnaire)) {
			const quiet = neighbours(found, questionnaire).filter((other) => !fires(rule.id, other))
			expect(quiet.length, JSON.stringify(found)).toBeGreaterThan(0)
			expect(quiet.filter((other) => differences(found, other) !== 1)).toEqual([])
		}
	})

	it.each(conditional)('$id does not fire before anything is answered', (rule) => {
		expect(fires(rule.id, { answers: {}, inventory: [] })).toBe(false)
	})

	it('only “take stock again” always fires', () => {
		expect(questionnaire.rules.filter((rule) => 'always' in rule.when).map(({ id }) => id)).toEqual(['r-review'])
	})
})

describe('the short form', () => {
	const reached = questionnaire.rules.filter((rule) => firingCases(rule, questionnaire).some((found) => isAsked(found) && fires(rule.id, found, 'short')))

	it('asks twenty questions at most, each once, and all of them exist', () => {
		const { questions } = questionnaire.shortForm
		expect(questions.length).toBeLessThanOrEqual(20)
		expect(new Set(questions).size).toBe(questions.length)
		expect(questions.filter((id) => !questionnaire.questions.some((question) => question.id === id))).toEqual([])
	})

	it('reaches at least twenty-five rules, two quick wins, and the ways to a need, help and a provider', () => {
		expect(reached.length).toBeGreaterThanOrEqual(25)
		expect(reached.filter(({ quickWin }) => quickWin).length).toBeGreaterThanOrEqual(2)
		expect(reached.map(({ id }) => id)).toEqual(expect.arrayContaining(['r-need', 'r-help', 'r-accompany']))
	})

	it('gives as many first steps as it announces', () => {
		expect(questionnaire.ranking.nowShortForm).toBe(questionnaire.shortForm.maxSteps)
	})
})

describe('a tool that a quick win of the catalogue replaces', () => {
	it.each(['giant', 'company', 'personal-account'])('is told when it asks for dates (hosting: %s)', (hosting) => {
		const { recommendations: { now, later } } = evaluated({}, [{ use: 'scheduling', tool: 'doodle', hosting, criticality: 'useful' }])
		const advice = [...now, ...later].find(({ rule }) => rule.solutions?.includes('framadate'))
		expect(advice?.rule).toMatchObject({ id: 'r-scheduling', quickWin: true })
		expect(JSON.stringify(advice?.because)).toContain('Doodle')
	})

	it.each(['ethical-host', 'ourselves'])('is not when it is in good hands (hosting: %s)', (hosting) => {
		expect(fires('r-scheduling', { answers: {}, inventory: [{ use: 'scheduling', tool: 'framadate', hosting }] })).toBe(false)
	})
})

describe('a tool that is kept by choice', () => {
	const advice = [
		['r-files-giant', 'files'],
		['r-office-giant', 'office'],
		['r-office-giant', 'collaborative-writing'],
		['r-mail', 'mail'],
		['r-calendar', 'calendar'],
		['r-forms', 'forms'],
		['r-scheduling', 'scheduling'],
		['r-project', 'project'],
		['r-video', 'video-hosting'],
		['r-maps', 'maps'],
	] as const

	it.each(advice)('%s leaves a %s tool alone when it is kept, watched, side by side, finalising or done', (rule, use) => {
		for (const status of ['kept', 'watching', 'coexisting', 'finalising', 'done']) {
			expect(fires(rule, { answers: {}, inventory: [{ use, tool: '', hosting: 'giant', status }] }), status).toBe(false)
		}
		expect(fires(rule, { answers: {}, inventory: [{ use, tool: '', hosting: 'giant', status: 'to-start' }] })).toBe(true)
	})

	it.each([
		['r-chat', 'chat', { 'collab-chat': 'giant-group' }],
		['r-visio', 'video-meeting', { 'collab-meetings': 'giant-free' }],
		['r-newsletter', 'newsletter', { 'public-newsletter': 'giant' }],
		['r-accounting', 'accounting', { 'mgmt-accounting': 'sheet' }],
		['r-members', 'members', { 'mgmt-members': 'personal-file' }],
		['r-analytics', 'analytics', { 'public-trackers': 'giant-consent' }],
		['r-website-closed', 'website', { 'public-website': 'closed-builder' }],
	])('%s says nothing about it, though an answer alone would', (rule, use, answers) => {
		expect(fires(rule, { answers, inventory: [] })).toBe(true)
		expect(fires(rule, { answers, inventory: [{ use, tool: '', status: 'kept' }] })).toBe(false)
	})

	it('is still told apart when it holds sensitive data at a giant', () => {
		const inventory = [{ use: 'files', tool: 'google-drive', hosting: 'giant', status: 'kept', contains: ['sensitive-data'] }]
		expect(fires('r-sensitive-elsewhere', { answers: {}, inventory })).toBe(true)
	})
})
