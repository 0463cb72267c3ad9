/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { evaluated, questionnaire } from './testing/reference-data.ts'

const strengths = (answers: Record<string, string>) => evaluated(answers).strengths.map(({ question, option }) => `${question.id}=${option.id}`)

describe('what already works', () => {
	it('begins with what works best', () => {
		expect(strengths({ 'gov-lead': 'group', 'security-backup': 'tested' })).toEqual(['security-backup=tested', 'gov-lead=group'])
	})

	it.each(['mgmt-members', 'mgmt-accounting'])('does not praise a proprietary tool (%s)', (question) => {
		expect(strengths({ [question]: 'closed-software' })).toEqual([])
		expect(strengths({ [question]: 'free-software' })).toEqual([`${question}=free-software`])
	})

	it('leaves out an answer that is a point of attention itself', () => {
		expect(strengths({ 'public-website': 'one-person', 'gov-lead': 'group' })).toEqual(['gov-lead=group'])
	})

	it('leaves out an answer on a subject that another answer makes a point of attention', () => {
		expect(strengths({ 'public-website': 'one-person', 'security-admins': 'two' })).toEqual([])
		expect(strengths({ 'public-website': 'team', 'security-admins': 'two' })).toEqual(['public-website=team', 'security-admins=two'])
	})
})

describe('points of attention', () => {
	it('begin with those that can cost the association its data or its access', () => {
		const { flags } = evaluated({
			'gov-mandate': 'never',
			'gov-lead': 'one-person',
			'tools-personal-accounts': 'often',
			'public-website': 'none',
			'security-accounts': 'one-password',
			'security-backup': 'none',
			'security-admins': 'one',
		})
		expect(flags.map(({ flag }) => flag.id)).toEqual(['no-backup', 'shared-password', 'personal-accounts', 'single-admin', 'single-carrier', 'no-mandate', 'no-website'])
	})

	it('that a recommendation of the first rank answers come before all others', () => {
		const urgent = questionnaire.rules.flatMap(({ priority, when }) => priority === 1 && 'flag' in when ? [when.flag] : [])
		expect(urgent.length).toBeGreaterThan(3)
		expect(questionnaire.flags.slice(0, urgent.length).map(({ id }) => id).sort()).toEqual([...urgent].sort())
	})
})
