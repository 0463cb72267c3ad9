/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { findingsWithin, pieces } from './highlight.ts'

describe('highlighting', () => {
	it('cuts a text at its findings and loses no character', () => {
		const hint = { fr: '', en: '' }
		const text = 'Call 06 12 now'
		const cut = pieces(text, [{ field: 'problem', start: 5, end: 10, kind: 'phone', excerpt: '06 12', hint }])
		expect(cut.map((piece) => piece.text)).toEqual(['Call ', '06 12', ' now'])
		expect(cut.map((piece) => piece.finding !== null)).toEqual([false, true, false])
	})

	it('marks a finding in each of the parts that it goes through, and nothing besides', () => {
		const text = '- ring 06 12\n- 34 56 at noon'
		const finding = { field: 'problem', start: 7, end: 20, kind: 'phone', excerpt: '06 12\n- 34 56', hint: { fr: '', en: '' } } as const
		const marked = ([start, end]: [number, number]) => pieces(text.slice(start, end), findingsWithin([finding], { start, end })).filter((piece) => piece.finding).map((piece) => piece.text)
		expect([[2, 12], [15, 28], [21, 28]].map((span) => marked(span as [number, number]))).toEqual([['06 12'], ['34 56'], []])
	})
})
