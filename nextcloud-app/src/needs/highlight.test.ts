/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { pieces } from './highlight.ts'

describe('highlighting', () => {
	it('cuts a text at its findings and loses no character', () => {
		const hint = { fr: '', en: '' }
		const text = 'Call 06 12 now'
		const cut = pieces(text, [{ field: 'problem', start: 5, end: 10, kind: 'phone', excerpt: '06 12', hint }])
		expect(cut.map((piece) => piece.text)).toEqual(['Call ', '06 12', ' now'])
		expect(cut.map((piece) => piece.finding !== null)).toEqual([false, true, false])
	})
})
