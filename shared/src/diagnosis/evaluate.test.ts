/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { evaluated, firedIds, questionnaire, reference } from './testing/reference-data.ts'

describe('evaluate', () => {
	it.each(reference.associations)('reproduces the reference association “$id” exactly', ({ answers, inventory, expected }) => {
		const evaluation = evaluated(answers, inventory)
		expect({
			flags: evaluation.flags.map(({ flag }) => flag.id).sort(),
			dimensions: Object.fromEntries(evaluation.dimensions.map(({ id, score, level }) => [id, { score, level }])),
			overall: evaluation.overall,
			independence: evaluation.independence,
			rules: firedIds(evaluation),
			now: evaluation.recommendations.now.map(({ rule }) => rule.id),
		}).toEqual(expected)
	})

	it('has an answer in every reference association to every question that shows', () => {
		for (const { id, answers, inventory } of reference.associations) {
			const unanswered = evaluated(answers, inventory).visible.questions.filter((question) => question.type !== 'inventory' && answers[question.id] === undefined)
			expect(unanswered.map((question) => `${id}: ${question.id}`)).toEqual([])
		}
	})

	it('gives no level in the short form: strengths, flags and three steps at most', () => {
		for (const { answers, inventory } of reference.associations) {
			const short = evaluated(answers, inventory, 'short')
			expect(short.dimensions).toEqual([])
			expect(short.overall).toBeNull()
			expect(short.independence).toBeNull()
			expect(short.recommendations.now.length).toBeLessThanOrEqual(3)
			expect(short.recommendations.later).toEqual([])
			expect(short.visible.questions.map(({ id }) => id).every((id) => questionnaire.shortForm.questions.includes(id))).toBe(true)
		}
	})

	it('shows in the short form what works, what to watch and where to begin', () => {
		const { answers } = reference.associations.find(({ id }) => id === 'amateur-music')!
		const short = evaluated(answers, [], 'short')
		expect(short.strengths.map(({ option }) => option.text.fr)).toEqual(['Un binôme ou une commission', 'Deux ou plus', 'Aucun'])
		expect(short.flags.map(({ flag }) => flag.id)).toEqual(['no-backup', 'shared-password', 'personal-accounts', 'hard-dependence'])
		expect(short.recommendations.now.map(({ rule }) => rule.id)).toEqual(['r-backup-first', 'r-passwords', 'r-personal-accounts'])
	})

	it('continues the short form in the full one without losing an answer', () => {
		const answers = { 'security-backup': 'tested' }
		expect(evaluated(answers, [], 'short').visible.answers).toEqual(answers)
		expect(evaluated(answers, [], 'full').visible.answers).toEqual(answers)
	})

	it('tells which answers raised each flag', () => {
		const { flags } = evaluated({ 'public-website': 'one-person', 'security-admins': 'one' })
		expect(flags.map(({ flag, raisedBy }) => [flag.id, raisedBy.map(({ question }) => question.id)])).toEqual([
			['single-admin', ['public-website', 'security-admins']],
		])
	})

	it('lists what nobody knows as things to clarify', () => {
		const { toClarify } = evaluated({ 'security-backup': 'unknown', 'gov-lead': 'group' }, [
			{ use: 'files', tool: 'nextcloud-files', hosting: 'unknown' },
			{ use: 'mail', tool: 'Le serveur de Camille', hosting: 'ourselves' },
			{ use: 'chat', tool: 'signal', hosting: 'company' },
		])
		expect(toClarify.questions.map(({ id }) => id)).toEqual(['security-backup'])
		expect(toClarify.lines).toEqual([{ line: 0, missing: 'hosting' }, { line: 1, missing: 'tool' }])
	})

	it('advises the services that were asked for', () => {
		const { fired } = evaluated({ 'skills-support-wanted': ['data-migration', 'roadmap'] })
		expect(fired.find(({ rule }) => rule.id === 'r-accompany')?.services).toEqual(['roadmap', 'data-migration'])
	})

	it('says nothing but “take stock again” when nothing is answered', () => {
		const evaluation = evaluated({})
		expect(firedIds(evaluation)).toEqual(['r-review'])
		expect([evaluation.overall, evaluation.independence, evaluation.strengths, evaluation.flags]).toEqual([null, null, [], []])
		expect(evaluation.dimensions.every(({ score, level }) => score === null && level === null)).toBe(true)
	})
})
