/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { levelOf, overallScore, percentOf, scoreDimensions, scoredQuestions } from './score.ts'
import { evaluated, questionnaire, reference } from './testing/reference-data.ts'

const dimension = (id: string, answers: Record<string, string>) => evaluated(answers).dimensions.find((result) => result.id === id)

describe('the score of a dimension', () => {
	const files = { 'files-location': 'trusted-cloud', 'files-order': 'some', 'files-formats': 'mixed' }

	it('is points over three times the questions answered', () => {
		expect(dimension('files', files)).toEqual({ id: 'files', score: [5, 9], level: 'underway', answered: 3, applicable: 3 })
	})

	it('leaves “I don’t know” out of both, and shows from three fifths answered on', () => {
		expect(dimension('files', { ...files, 'files-formats': 'unknown' })).toMatchObject({ score: [4, 6], level: 'solid', answered: 2, applicable: 3 })
		expect(dimension('files', { ...files, 'files-formats': 'unknown', 'files-order': 'unknown' })).toMatchObject({ score: null, level: null, answered: 1 })
	})

	it('shows at exactly three fifths and not below', () => {
		const three = { 'public-website': 'team', 'public-open-access': 'yes', 'public-trackers': 'none' }
		expect(dimension('public', three)).toMatchObject({ score: [9, 9], answered: 3, applicable: 5 })
		expect(dimension('public', { ...three, 'public-trackers': 'unknown' })).toMatchObject({ score: null, answered: 2, applicable: 5 })
	})

	it('takes a question that does not apply out of points, maximum and share', () => {
		const answers = { 'collab-chat': 'own-partial', 'collab-meetings': 'not-needed', 'collab-decisions': 'shared' }
		expect(dimension('collaboration', answers)).toMatchObject({ score: [4, 6], answered: 2, applicable: 2 })
	})

	it('counts a question as many times as its weight', () => {
		const question = { ...questionnaire.questions.find(({ id }) => id === 'files-location')!, weight: 3 }
		const other = questionnaire.questions.find(({ id }) => id === 'files-order')!
		const [result] = scoreDimensions(questionnaire, { questions: [question, other], answers: { 'files-location': 'giant-cloud', 'files-order': 'plan-known' }, inventory: [] })
		expect(result).toMatchObject({ id: 'files', score: [6, 12] })
	})

	it('is not given to the profile, which nobody scores', () => {
		expect(dimension('profile', { 'profile-members': 'lt-50' })).toBeUndefined()
	})
})

describe('what a score is made of', () => {
	it('is said question by question, with why one brings nothing', () => {
		const { visible } = evaluated({ 'collab-chat': 'own-partial', 'collab-meetings': 'not-needed', 'collab-decisions': 'unknown' })
		expect(scoredQuestions('collaboration', visible).map(({ question, points, maximum, leftOut }) => [question.id, points, maximum, leftOut])).toEqual([
			['collab-chat', 2, 3, null],
			['collab-meetings', 0, 0, 'not-applicable'],
			['collab-decisions', 0, 0, 'unknown'],
		])
		expect(scoredQuestions('files', visible).map(({ leftOut }) => leftOut)).toEqual(['open', 'open', 'open'])
	})

	it.each(reference.associations)('adds up to the score of each dimension of “$id”', ({ answers, inventory }) => {
		const { dimensions, visible } = evaluated(answers, inventory)
		for (const { id, score } of dimensions.filter((result) => result.score)) {
			const made = scoredQuestions(id, visible)
			expect([made.reduce((sum, { points }) => sum + points, 0), made.reduce((sum, { maximum }) => sum + maximum, 0)], id).toEqual(score)
		}
	})
})

describe('a level', () => {
	it.each([
		[[0, 9], 'fragile'],
		[[333_333_333, 1_000_000_000], 'fragile'],
		[[3, 9], 'underway'],
		[[1_999_999_999, 3_000_000_000], 'underway'],
		[[6, 9], 'solid'],
		[[9, 9], 'solid'],
	] as const)('of %j is %s, without rounding', (score, level) => {
		expect(levelOf(score, questionnaire.scoring)).toBe(level)
	})
})

describe('the overall score', () => {
	const result = (id: string, score: [number, number] | null) => ({ id, score, level: null, answered: 0, applicable: 1 })

	it('is the weighted mean of the dimensions that have a score, in lowest terms', () => {
		expect(overallScore(questionnaire, [result('governance', [3, 3]), result('inclusion', [0, 12]), result('files', null)])).toEqual([2, 3])
	})

	it('is absent when no dimension has a score', () => {
		expect(overallScore(questionnaire, [result('files', null)])).toBeNull()
	})

	it('rests on three fifths of the dimensions at least', () => {
		const [governance, tools, files] = [result('governance', [3, 3]), result('tools', [3, 3]), result('files', [3, 3])]
		expect(overallScore(questionnaire, [governance, tools, files, result('public', null), result('skills', null)])).toEqual([1, 1])
		expect(overallScore(questionnaire, [governance, tools, result('files', null), result('public', null), result('skills', null)])).toBeNull()
	})

	it('is rounded to percents only where it is shown', () => {
		expect([percentOf([2, 3]), percentOf([1, 8]), percentOf([0, 3])]).toEqual([67, 13, 0])
	})
})
