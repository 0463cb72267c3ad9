/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { setAsideRules, settledRules, stands } from './decisions.ts'

const later = { decision: 'later', until: '2027-01-01', at: '2026-11-28' } as const

it('lets “not now” end on its day, and everything else stand', () => {
	expect(stands(later, '2026-12-31')).toBe(true)
	expect(stands(later, '2027-01-01')).toBe(false)
	expect(stands({ decision: 'later', at: '2026-11-28' }, '2036-01-01')).toBe(true)
	expect(stands({ ...later, decision: 'refused' }, '2036-01-01')).toBe(true)
	expect(stands(undefined, '2027-01-01')).toBe(false)
})

it('sets aside what was refused, and what was put off until its day; never what was accepted', () => {
	const decisions = { 'r-mail': later, 'r-chat': { decision: 'accepted', at: '2026-11-28' }, 'r-forms': { decision: 'refused', at: '2026-11-28' } } as const
	expect(setAsideRules(decisions, '2026-12-31')).toEqual(new Set(['r-mail', 'r-forms']))
	expect(setAsideRules(decisions, '2027-01-01')).toEqual(new Set(['r-forms']))
	expect(setAsideRules(undefined, '2027-01-01')).toEqual(new Set())
})

it('takes what is in the plan for settled, whoever put it there', () => {
	expect(settledRules({ 'r-mail': later, 'r-chat': { decision: 'accepted', at: '2026-11-28' } }, new Set(['r-forms']), '2027-01-01')).toEqual(new Set(['r-chat', 'r-forms']))
	expect(settledRules(undefined, new Set(), '2027-01-01')).toEqual(new Set())
})
