/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Rule } from './questionnaire.ts'

import { describe, expect, it } from 'vitest'
import { rankRules } from './recommend.ts'
import { questionnaire } from './testing/reference-data.ts'

const [anyRule] = questionnaire.rules
const rule = (id: string, changes: Partial<Rule>): { rule: Rule } => ({ rule: { ...anyRule!, priority: 3, effort: 's', id, ...changes } })
function ranked(rules: { rule: Rule }[], answers: Record<string, string | string[]> = {}, form: 'short' | 'full' = 'full', decided?: ReadonlySet<string>) {
	const { now, later, remarks } = rankRules(rules, questionnaire, answers, form, decided)
	const ids = (list: { rule: Rule }[]) => list.map((entry) => entry.rule.id)
	return { now: ids(now), later: ids(later), remarks: ids(remarks) }
}

describe('recommendations', () => {
	it('begin with priority 1 whatever the time it takes', () => {
		expect(ranked([rule('quick', { priority: 2 }), rule('vital', { priority: 1, effort: 'l' })], { 'skills-time': 'none' }).now).toEqual(['vital', 'quick'])
	})

	it('then give the quick wins that share a motivation and fit the time, most shared first', () => {
		const rules = [
			rule('plain', { priority: 2 }),
			rule('one', { priority: 4, quickWin: true, motivations: ['cost'] }),
			rule('two', { priority: 4, quickWin: true, motivations: ['cost', 'values'] }),
			rule('other', { priority: 4, quickWin: true, motivations: ['privacy'] }),
			rule('long', { priority: 4, effort: 'm', quickWin: true, motivations: ['cost', 'values'] }),
		]
		expect(ranked(rules, { 'skills-time': 'hours', 'profile-motivations': ['values', 'cost'] }).now).toEqual(['two', 'one', 'plain', 'other', 'long'])
	})

	it('then go by priority and effort, what does not fit the time last', () => {
		const rules = [rule('large', { effort: 'l', priority: 2 }), rule('medium', { effort: 'm' }), rule('small', {}), rule('second', { priority: 2, effort: 'm' })]
		expect(ranked(rules, { 'skills-time': 'day' }).now).toEqual(['second', 'small', 'medium', 'large'])
		expect(ranked(rules).now).toEqual(['second', 'large', 'small', 'medium'])
	})

	it('are five now and the rest later, or three in the short form', () => {
		const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => rule(id, {}))
		expect(ranked(rules)).toEqual({ now: ['a', 'b', 'c', 'd', 'e'], later: ['f', 'g'], remarks: [] })
		expect(ranked(rules, {}, 'short')).toEqual({ now: ['a', 'b', 'c'], later: [], remarks: [] })
	})

	it('put a remark above the list, where it takes no place', () => {
		expect(ranked([rule('remark', { asRemark: true, priority: 1 }), rule('a', {})])).toEqual({ now: ['a'], later: [], remarks: ['remark'] })
	})

	it.each(['short', 'full'] as const)('leave their place to the next ones once they are decided (%s)', (form) => {
		const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => rule(id, {}))
		const { now } = ranked(rules, {}, form, new Set(['a', 'c']))
		expect(now).toEqual(form === 'short' ? ['b', 'd', 'e'] : ['b', 'd', 'e', 'f', 'g'])
		expect(rankRules(rules, questionnaire, {}, form, new Set(['a', 'c'])).decided.map((entry) => entry.rule.id)).toEqual(['a', 'c'])
	})
})
