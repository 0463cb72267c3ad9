/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers } from '../answers.ts'
import type { Question } from '../question-schema.ts'

import { expect, test } from 'vitest'
import { offeredAnswers, tally } from './tally.ts'

const text = (words: string) => ({ fr: words, en: words })
const options = ['yes', 'no', 'unknown'].map((id) => ({ id, text: text(id) }))
const questions: Question[] = [
	{ id: 'backup', dimension: 'data', type: 'single', text: text('Backups?'), options },
	{ id: 'uses', dimension: 'data', type: 'multi', text: text('Uses?'), options },
	{ id: 'need', dimension: 'data', type: 'need', text: text('What do you miss?') },
]

test('below three people nothing is counted, and from three on how often each option was chosen', () => {
	const two: Answers[] = [{ backup: 'yes' }, { backup: 'no' }]
	expect(tally(questions, two)).toBeNull()
	expect(tally(questions, [...two, { backup: 'yes', uses: ['yes', 'no'] }])).toEqual({ backup: { answered: 3, values: { yes: 2, no: 1 } } })
})

test('a question that fewer than three answered is left out, however many there are', () => {
	const many: Answers[] = [{ uses: ['yes'] }, { uses: ['yes', 'no'] }, { backup: 'no' }, { backup: 'no' }, { backup: 'unknown' }]
	expect(tally(questions, many)).toEqual({ backup: { answered: 3, values: { no: 2, unknown: 1 } } })
})

test('neither a free text nor an option that no question offers comes out', () => {
	const answers: Answers = { need: 'Dominique never answers', backup: 'Dominique', uses: ['Dominique'], other: 'Dominique' }
	expect(tally(questions, [answers, answers, answers, answers])).toEqual({})
})

test('a list where one answer is asked for, or one answer where a list is, counts nowhere', () => {
	const answers: Answers = { backup: ['yes', 'no'], uses: 'yes' }
	expect(tally(questions, [answers, answers, answers])).toEqual({})
})

test('of somebody’s answers only those are left that a question offers', () => {
	const answers: Answers = { need: 'Dominique never answers', backup: 'yes', uses: ['no', 'Dominique', 'yes'], other: 'Dominique' }
	expect(offeredAnswers(questions, answers)).toEqual({ backup: 'yes', uses: ['yes', 'no'] })
	expect(offeredAnswers(questions, { backup: 'Dominique', uses: ['Dominique'] })).toEqual({})
})
