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
	['a\nb\nc', 'a\nX\nc', 'a\nX\nc', 'a\nX\nc'],
	['', 'a', '', 'a'],
	['a\nb\nc', 'a\nc', 'a\nb\nC', 'a\nC'],
	['a\nb\nc', 'a\nB\nc', 'a\nb\nC', 'a\nB\nC'],
])('joins %j with %j and %j', (base, ours, theirs, merged) => {
	expect(mergeLines(base, ours, theirs)).toMatchObject({ text: merged, conflict: false })
})

it.each([
	['the same line', 'a\nb\nc', 'a\nX\nc', 'a\nY\nc', { text: 'a\nY\nc', base: 'a\nY\nc' }],
	['one place by adding to it', 'a\nb', 'a\nX\nb', 'a\nY\nb', { text: 'a\nY\nb', base: 'a\nY\nb' }],
	['one line, and each another one', 'a\n\nb\n\nc', 'A\n\nX\n\nc', 'a\n\nY\n\nC', { text: 'A\n\nY\n\nC', base: 'A\n\nY\n\nc' }],
])('keeps theirs where both changed %s, and says against what ours can be sent again', (_what, base, ours, theirs, expected) => {
	const merged = mergeLines(base, ours, theirs)
	expect(merged).toEqual({ conflict: true, ...expected })
	expect(mergeLines(merged.base, ours, merged.text).conflict).toBe(false)
})

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'))

it('takes the only change there is, whichever side made it', () => {
	fc.assert(fc.property(text, text, (base, changed) => {
		expect(mergeLines(base, changed, base)).toMatchObject({ text: changed, conflict: false })
		expect(mergeLines(base, base, changed)).toMatchObject({ text: changed, conflict: false })
		expect(mergeLines(base, changed, changed)).toMatchObject({ text: changed, conflict: false })
	}))
})

it('gives the same whoever comes first, where they do not meet', () => {
	fc.assert(fc.property(text, text, text, (base, ours, theirs) => {
		const [merged, turned] = [mergeLines(base, ours, theirs), mergeLines(base, theirs, ours)]
		expect(turned.conflict).toBe(merged.conflict)
		expect(merged.conflict || turned.text === merged.text).toBe(true)
	}))
})
