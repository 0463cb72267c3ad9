/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Question } from '../question-schema.ts'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOn, agreements } from './agreement.ts'

const text = (words: string) => ({ fr: words, en: words })
const options = ['yes', 'partly', 'no', 'unknown'].map((id) => ({ id, text: text(id) }))
const single: Question = { id: 'backup', dimension: 'data', type: 'single', text: text('Backups?'), options }
const multi: Question = { ...single, id: 'uses', type: 'multi' }

describe('agreement on a question', () => {
	test.each([
		['all the same', { yes: 5 }, 'agreed', 1],
		['two in three', { yes: 2, no: 1 }, 'mostly', 2 / 3],
		['four in six', { yes: 4, no: 2 }, 'mostly', 2 / 3],
		['just under two in three', { yes: 5, no: 3 }, 'split', 5 / 8],
		['half and half', { yes: 2, no: 2 }, 'split', 1 / 2],
		['nobody knows', { unknown: 4 }, 'clarify', 1],
		['more do not know than say any one thing', { yes: 1, unknown: 2, no: 1 }, 'clarify', 1 / 2],
		['as many do not know as say yes', { yes: 2, unknown: 2, no: 1 }, 'split', 2 / 5],
		['each answered otherwise, one of them that they do not know', { yes: 1, no: 1, unknown: 1 }, 'split', 1 / 3],
		['some do not know', { yes: 4, unknown: 1 }, 'mostly', 4 / 5],
	])('%s', (_case, values, word, share) => {
		const answered = Object.values(values).reduce((sum, count) => sum + count, 0)
		const found = agreementOn(single, { answered, values })
		expect(found.word).toBe(word)
		expect(found.share).toBeCloseTo(share)
	})

	test('each option of several is a question of its own', () => {
		expect(agreementOn(multi, { answered: 4, values: { yes: 4, no: 4 } })).toMatchObject({ word: 'agreed', share: 1, proposal: ['yes', 'no'] })
		expect(agreementOn(multi, { answered: 4, values: { yes: 4, no: 2 } })).toMatchObject({ word: 'mostly', share: 0.75, proposal: ['yes'] })
		expect(agreementOn(multi, { answered: 4, values: { yes: 2, no: 2 } })).toMatchObject({ word: 'split', proposal: null })
	})

	test('what most say is proposed, and nothing where two answers are equally frequent', () => {
		expect(agreementOn(single, { answered: 3, values: { yes: 2, no: 1 } }).proposal).toBe('yes')
		expect(agreementOn(single, { answered: 4, values: { yes: 2, no: 2 } }).proposal).toBeNull()
	})

	test('every option is shown with its number, also the ones that nobody chose', () => {
		expect(agreementOn(single, { answered: 3, values: { no: 3 } }).counts.map(({ option, count }) => [option.id, count])).toEqual([['yes', 0], ['partly', 0], ['no', 3], ['unknown', 0]])
	})

	test('the share stays between nothing and all, and is all only where all agree', () => {
		fc.assert(fc.property(fc.array(fc.constantFrom('yes', 'partly', 'no', 'unknown'), { minLength: 3, maxLength: 40 }), (given) => {
			const values: Record<string, number> = {}
			for (const value of given) {
				values[value] = (values[value] ?? 0) + 1
			}
			const { share } = agreementOn(single, { answered: given.length, values })
			expect(share).toBeGreaterThan(0)
			expect(share).toBeLessThanOrEqual(1)
			expect(share === 1).toBe(new Set(given).size === 1)
		}))
	})
})

test('what divides people comes first, and questions without enough answers do not come at all', () => {
	const questions = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...single, id }))
	const found = agreements(questions, {
		a: { answered: 4, values: { yes: 4 } },
		b: { answered: 4, values: { yes: 3, no: 1 } },
		c: { answered: 4, values: { unknown: 3, no: 1 } },
		d: { answered: 4, values: { yes: 2, no: 2 } },
	})
	expect(found.map(({ question }) => question.id)).toEqual(['d', 'c', 'b', 'a'])
})
