/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, InventoryLine } from './answers.ts'
import type { Evaluation } from './evaluate.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { arbitraryAnswers, arbitraryBranches, arbitraryInventory, withBranches } from './testing/arbitrary-diagnosis.ts'
import { evaluated, firedIds, questionnaire, solutions, without } from './testing/reference-data.ts'

const scored = questionnaire.questions.filter((question) => question.options?.some(({ score }) => typeof score === 'number'))

/**
 * What an association reads, without references to positions in its inventory.
 *
 * @param answers answers by question id
 * @param inventory lines of the inventory
 * @param form short or full
 */
function conclusions(answers: Answers, inventory: InventoryLine[], form: 'short' | 'full' = 'full') {
	return concluded(evaluated(answers, inventory, form))
}

/**
 * @param evaluation what came out
 */
function concluded(evaluation: Evaluation) {
	return {
		dimensions: evaluation.dimensions,
		overall: evaluation.overall,
		independence: evaluation.independence,
		flags: evaluation.flags,
		strengths: evaluation.strengths,
		rules: firedIds(evaluation),
		now: evaluation.recommendations.now.map(({ rule }) => rule.id),
		later: evaluation.recommendations.later.map(({ rule }) => rule.id),
		unclear: [evaluation.toClarify.questions.map(({ id }) => id), evaluation.toClarify.lines.length],
	}
}

const shown = (evaluation: Evaluation) => evaluation.visible.questions.map(({ id }) => id).join(' ')

describe('whatever an association answers', () => {
	it('a better answer never lowers a score while the same questions show and apply', () => {
		let compared = 0
		fc.assert(fc.property(arbitraryAnswers, fc.constantFrom(...scored), fc.nat(), fc.nat(), (answers, question, one, other) => {
			const options = question.options!.filter(({ score }) => typeof score === 'number').sort((a, b) => a.score! - b.score!)
			const [worse, better] = [one % options.length, other % options.length].sort((a, b) => a - b).map((index) => options[index]!)
			const before = evaluated({ ...answers, [question.id]: worse!.id })
			const after = evaluated({ ...answers, [question.id]: better!.id })
			fc.pre(shown(before) === shown(after))
			for (const [index, { score }] of before.dimensions.entries()) {
				const then = after.dimensions[index]!.score
				expect(then === null).toBe(score === null)
				expect(score === null || then![0] * score[1] >= score[0] * then![1]).toBe(true)
				compared++
			}
			if (before.overall) {
				expect(after.overall![0] * before.overall[1]).toBeGreaterThanOrEqual(before.overall[0] * after.overall![1])
			}
		}))
		expect(compared).toBeGreaterThan(100)
	})

	it('the order of answers, of chosen options and of tools does not matter', () => {
		fc.assert(fc.property(arbitraryAnswers, arbitraryInventory, (answers, inventory) => {
			const turned = Object.fromEntries(Object.entries(answers).reverse().map(([id, answer]) => [id, Array.isArray(answer) ? answer.toReversed() : answer]))
			expect(conclusions(turned, inventory.toReversed())).toEqual(conclusions(answers, inventory))
		}))
	})

	it('“I don’t know” never counts as zero: it scores as a question left open', () => {
		fc.assert(fc.property(arbitraryAnswers, fc.constantFrom(...scored), (answers, question) => {
			const open = without(answers, question.id)
			const unknown = evaluated({ ...answers, [question.id]: 'unknown' })
			const left = evaluated(open)
			expect([unknown.dimensions, unknown.overall, unknown.flags, firedIds(unknown)]).toEqual([left.dimensions, left.overall, left.flags, firedIds(left)])
		}))
	})

	it('an answer to a hidden question counts nowhere, however the questions branch', () => {
		let hidden = 0
		fc.assert(fc.property(arbitraryBranches, arbitraryAnswers, arbitraryAnswers, arbitraryInventory, (branches, answers, others, inventory) => {
			const given = { questionnaire: withBranches(branches), solutions, inventory, form: 'full' as const }
			const evaluation = evaluate({ ...given, answers })
			const counted = new Set(evaluation.visible.questions.map(({ id }) => id))
			const behind = Object.entries({ ...answers, ...others }).filter(([id]) => !counted.has(id))
			const before = Object.fromEntries(Object.entries(answers).filter(([id]) => counted.has(id)))
			hidden += behind.length
			expect(concluded(evaluate({ ...given, answers: { ...before, ...Object.fromEntries(behind) } }))).toEqual(concluded(evaluate({ ...given, answers: before })))
			expect(concluded(evaluation)).toEqual(concluded(evaluate({ ...given, answers: before })))
		}))
		expect(hidden).toBeGreaterThan(50)
	})

	it('what the short form does not ask counts nowhere in it', () => {
		fc.assert(fc.property(arbitraryAnswers, arbitraryInventory, (answers, inventory) => {
			const asked = Object.fromEntries(Object.entries(answers).filter(([id]) => questionnaire.shortForm.questions.includes(id)))
			expect(conclusions(answers, inventory, 'short')).toEqual(conclusions(asked, [], 'short'))
		}))
	})

	it('at most five things are for now, three in the short form, and no advice is lost or told twice', () => {
		fc.assert(fc.property(arbitraryAnswers, arbitraryInventory, (answers, inventory) => {
			const { recommendations: { now, later, remarks }, fired } = evaluated(answers, inventory)
			expect(now.length).toBe(Math.min(5, fired.length - remarks.length))
			expect([...now, ...later, ...remarks].map(({ rule }) => rule.id).sort()).toEqual(fired.map(({ rule }) => rule.id).sort())
			expect(evaluated(answers, inventory, 'short').recommendations.now.length).toBeLessThanOrEqual(3)
		}))
	})

	it('every recommendation that does not always fire says why', () => {
		fc.assert(fc.property(arbitraryAnswers, arbitraryInventory, (answers, inventory) => {
			const unexplained = evaluated(answers, inventory).fired.filter(({ because }) => because.length === 0)
			expect(unexplained.map(({ rule }) => rule.id)).toEqual(['r-review'])
		}))
	})

	it('answers that the questionnaire does not offer count nowhere', () => {
		const ids = fc.oneof(fc.constantFrom(...questionnaire.questions.map(({ id }) => id)), fc.constantFrom('constructor', '__proto__', 'old-question'))
		const junk = fc.oneof(fc.constantFrom('constructor', 'no-such-option', ''), fc.array(fc.constantFrom('no-such-option', 'toString')))
		fc.assert(fc.property(fc.dictionary(ids, junk), (answers) => {
			const offered = without(answers, 'mgmt-missing')
			expect(conclusions(offered, [])).toEqual(conclusions({}, []))
		}))
	})
})
