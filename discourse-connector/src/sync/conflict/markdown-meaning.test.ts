/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { sameMeaning } from './markdown-meaning.ts'

it.each([
	['other list markers', '- un\n- deux', '* un\n* deux'],
	['another rule', 'un\n\n---\n\ndeux', 'un\n\n***\n\ndeux'],
	['more blank lines', 'un\n\ndeux', 'un\n\n\ndeux\n'],
	['fewer escapes', 'un \\[lien\\]\\(ici\\)', 'un \\[lien](ici)'],
	['spaces at the end of a line', 'un\ndeux', 'un  \ndeux'],
])('sees nobody’s change in %s', (_what, one, other) => {
	expect(sameMeaning(one, other)).toBe(true)
})

it.each([
	['a word', 'un\ndeux', 'un\ntrois'],
	['an item less', '- un\n- deux', '- un'],
	['an indent', '- un\n- deux', '- un\n  - deux'],
])('sees the change of %s', (_what, one, other) => {
	expect(sameMeaning(one, other)).toBe(false)
})
