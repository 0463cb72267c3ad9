/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { needLimits } from '../community/need-vocabulary.ts'
import { evaluate } from './evaluate.ts'
import { proposeNeed, proposeNeeds } from './propose-need.ts'
import { evaluated, questionnaire, solutions } from './testing/reference-data.ts'

const proposed = (words: string) => proposeNeed(evaluated({ 'mgmt-missing': words }, [], 'short'), 'fr')

describe('the need that a diagnosis proposes', () => {
	it('begins with the members’ own words, in the short form too', () => {
		expect(proposed(' Un planning de permanences.\nRelié aux adhésions. ')).toEqual({
			rule: 'r-need',
			kind: 'shared-development',
			title: 'Un planning de permanences',
			problem: 'Un planning de permanences.\nRelié aux adhésions.',
		})
	})

	it('takes the first sentence as a title and cuts a long one at a word', () => {
		expect(proposed('Gérer les bénévoles. Et les salles.')?.title).toBe('Gérer les bénévoles')
		const title = proposed('un tableau partagé '.repeat(30))?.title ?? ''
		expect(title.length).toBeLessThanOrEqual(needLimits.title)
		expect(title).toMatch(/(un|tableau|partagé)…$/u)
		expect(proposed('é'.repeat(2000))?.title.length).toBeLessThanOrEqual(needLimits.title)
	})

	it('is a search for a provider when support was asked for', () => {
		expect(proposeNeeds(evaluated({ 'skills-support-wanted': ['roadmap', 'funding-help'] }), 'en')).toEqual([{
			rule: 'r-accompany',
			kind: 'provider-search',
			title: 'We are looking for support',
			problem: 'The support that would help us:\n\n- Draw up a roadmap\n- Find funding',
		}])
	})

	it('never takes another text, such as the territory, for a need', () => {
		const need = questionnaire.rules.find(({ id }) => id === 'r-need')!
		const rules = [{ ...need, when: { q: 'profile-territory', op: 'answered' as const } }]
		const evaluation = evaluate({ questionnaire: { ...questionnaire, rules }, solutions, answers: { 'profile-territory': 'FR-44' }, inventory: [], form: 'full' })
		expect(evaluation.fired).toHaveLength(1)
		expect(proposeNeed(evaluation, 'fr')).toBeNull()
	})

	it('is absent when nothing was said that could be published', () => {
		expect(proposeNeeds(evaluated({ 'gov-lead': 'one-person', 'tools-trade-software': 'yes-certified', 'mgmt-missing': ' ', 'skills-support-wanted': ['none'] }), 'fr')).toEqual([])
	})
})
