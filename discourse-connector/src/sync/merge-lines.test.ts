/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeLines } from './merge-lines.ts'

it.each([
	['a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nD', 'A\nb\nc\nD'],
	['a\nb\nc', 'a\nb\nc\nd', 'z\na\nb\nc', 'z\na\nb\nc\nd'],
	['a\nb\nc', 'a\nc', 'a\nb\nC', null],
	['a\nb\nc', 'a\nX\nc', 'a\nY\nc', null],
	['a\nb\nc', 'a\nX\nc', 'a\nX\nc', 'a\nX\nc'],
	['', 'a', '', 'a'],
])('joins %j with %j and %j', (base, ours, theirs, merged) => {
	expect(mergeLines(base, ours, theirs)).toBe(merged)
})

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'))

it('takes the only change there is, whichever side made it', () => {
	fc.assert(fc.property(text, text, (base, changed) => {
		expect(mergeLines(base, changed, base)).toBe(changed)
		expect(mergeLines(base, base, changed)).toBe(changed)
		expect(mergeLines(base, changed, changed)).toBe(changed)
	}))
})

it('gives the same whoever comes first', () => {
	fc.assert(fc.property(text, text, text, (base, ours, theirs) => {
		expect(mergeLines(base, ours, theirs)).toBe(mergeLines(base, theirs, ours))
	}))
})
