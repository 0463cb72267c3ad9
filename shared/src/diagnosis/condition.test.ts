/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Facts } from './condition.ts'
import type { Condition } from './questionnaire.ts'

import { describe, expect, it } from 'vitest'
import { evaluateCondition } from './condition.ts'

const facts: Facts = {
	answers: { lead: 'one', backup: 'unknown', missing: '  ', wanted: ['roadmap', 'training'], none: [] },
	flags: new Set(['no-backup']),
	inventory: [
		{ use: 'files', tool: 'google-drive', hosting: 'giant', contains: ['archives'], status: 'kept' },
		{ use: 'mail', tool: 'gmail', hosting: 'personal-account' },
	],
}
const holds = (condition: Condition) => evaluateCondition(condition, facts).holds

describe('a condition', () => {
	it.each<[Condition, boolean]>([
		[{ q: 'lead', op: 'eq', value: 'one' }, true],
		[{ q: 'lead', op: 'eq', value: 'group' }, false],
		[{ q: 'lead', op: 'ne', value: 'group' }, true],
		[{ q: 'lead', op: 'ne', value: 'one' }, false],
		[{ q: 'lead', op: 'in', value: ['group', 'one'] }, true],
		[{ q: 'lead', op: 'in', value: ['group'] }, false],
		[{ q: 'wanted', op: 'includesAny', value: ['training'] }, true],
		[{ q: 'wanted', op: 'includesAny', value: ['hosting'] }, false],
		[{ q: 'wanted', op: 'answered' }, true],
	])('compares an answer: %j is %s', (condition, expected) => {
		expect(holds(condition)).toBe(expected)
	})

	it.each(['backup', 'missing', 'none', 'never-asked'])('takes “%s” for no answer: every operator is false, except “ne”', (q) => {
		expect(holds({ q, op: 'answered' })).toBe(false)
		expect(holds({ q, op: 'eq', value: 'unknown' })).toBe(false)
		expect(holds({ q, op: 'in', value: ['unknown', ''] })).toBe(false)
		expect(holds({ q, op: 'includesAny', value: ['unknown'] })).toBe(false)
		expect(holds({ q, op: 'ne', value: 'unknown' })).toBe(true)
	})

	it.each<[Condition, boolean]>([
		[{ flag: 'no-backup' }, true],
		[{ flag: 'trackers' }, false],
		[{ inventory: { use: 'files', hosting: ['giant'] } }, true],
		[{ inventory: { use: 'mail', hosting: ['giant'] } }, false],
		[{ inventory: { hosting: ['giant'] } }, true],
		[{ inventory: { contains: ['archives', 'sensitive-data'] } }, true],
		[{ inventory: { use: 'mail', contains: ['archives'] } }, false],
		[{ inventory: { use: 'files', status: ['kept'] } }, true],
		[{ inventory: { use: 'mail', status: ['kept'] } }, false],
		[{ inventory: { use: 'files', notStatus: ['kept'] } }, false],
		[{ inventory: { use: 'mail', notStatus: ['kept'] } }, true],
		[{ always: true }, true],
	])('looks at flags and at one inventory line at a time: %j is %s', (condition, expected) => {
		expect(holds(condition)).toBe(expected)
	})

	it.each<[Condition, boolean]>([
		[{ all: [{ flag: 'no-backup' }, { always: true }] }, true],
		[{ all: [{ flag: 'no-backup' }, { flag: 'trackers' }] }, false],
		[{ any: [{ flag: 'trackers' }, { flag: 'no-backup' }] }, true],
		[{ any: [{ flag: 'trackers' }] }, false],
		[{ not: { flag: 'trackers' } }, true],
		[{ not: { all: [{ flag: 'no-backup' }, { always: true }] } }, false],
	])('combines: %j is %s', (condition, expected) => {
		expect(holds(condition)).toBe(expected)
	})

	it('returns what made it hold, and only that', () => {
		expect(evaluateCondition({
			any: [
				{ flag: 'trackers' },
				{ flag: 'no-backup' },
				{ all: [{ q: 'wanted', op: 'includesAny', value: ['training', 'hosting'] }, { not: { flag: 'trackers' } }] },
				{ all: [{ q: 'lead', op: 'eq', value: 'one' }, { flag: 'trackers' }] },
				{ inventory: { hosting: ['giant', 'personal-account'] } },
			],
		}, facts).matched).toEqual([
			{ kind: 'flag', flag: 'no-backup' },
			{ kind: 'answer', question: 'wanted', options: ['training'] },
			{ kind: 'inventory', lines: [0, 1] },
		])
		expect(evaluateCondition({ all: [{ flag: 'no-backup' }, { flag: 'trackers' }] }, facts).matched).toEqual([])
	})
})
