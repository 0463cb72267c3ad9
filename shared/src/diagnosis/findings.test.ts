/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { evaluated, questionnaire, reference } from './testing/reference-data.ts'

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

	it('stays what it is when other questions are answered, also when one of them raises a point of attention', () => {
		expect(strengths({ 'gov-lead': 'group', 'skills-help': 'the-one' })).toEqual(['gov-lead=group'])
		expect(strengths({ 'public-website': 'one-person', 'security-admins': 'two' })).toEqual(['security-admins=two'])
	})

	it('is the same in the full form as in the short one for the same answers', () => {
		for (const { answers } of reference.associations) {
			const told = evaluated(answers, [], 'short').strengths.map(({ question }) => question.id)
			expect(evaluated(answers).strengths.map(({ question }) => question.id)).toEqual(expect.arrayContaining(told))
		}
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

	it('of one person say what the answer says, whether it is who cares or who helps', () => {
		const raised = evaluated({ 'gov-lead': 'group', 'skills-help': 'the-one' }).flags.map(({ flag, raisedBy }) => [flag.label.fr, raisedBy.map(({ question }) => question.id)])
		expect(raised).toEqual([['Des tâches tiennent à une seule personne', ['skills-help']]])
	})

	it('that a recommendation of the first rank answers come before all others', () => {
		const urgent = questionnaire.rules.flatMap(({ priority, when }) => priority === 1 && 'flag' in when ? [when.flag] : [])
		expect(urgent.length).toBeGreaterThan(3)
		expect(questionnaire.flags.slice(0, urgent.length).map(({ id }) => id).sort()).toEqual([...urgent].sort())
	})
})
