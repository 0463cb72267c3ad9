/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { textBlocks } from './text-blocks.ts'

const shown = (text: string) => textBlocks(text).map(({ kind, first, spans }) => [kind === 'numbers' ? `numbers from ${first}` : kind, ...spans.map(({ start, end }) => text.slice(start, end))])

describe('paragraphs and lists of a need', () => {
	it('makes items of lines that begin with a hyphen, a star or a bullet', () => {
		expect(shown('Il faut :\n- un agenda\n * des clés\n• un café')).toEqual([['paragraph', 'Il faut :'], ['bullets', 'un agenda', 'des clés', 'un café']])
	})

	it('makes a numbered list that begins where the text begins', () => {
		expect(shown('3. lire\n4. écrire')).toEqual([['numbers from 3', 'lire', 'écrire']])
	})

	it('keeps a line without a marker with its item, and a blank line ends the list only before a paragraph', () => {
		expect(shown('- un agenda\npartagé\n\n- des clés\n\nMerci.')).toEqual([['bullets', 'un agenda\npartagé', 'des clés'], ['paragraph', 'Merci.']])
	})

	it('cuts paragraphs at blank lines and keeps line breaks within them', () => {
		expect(shown('Un\ndeux\n \n\nTrois')).toEqual([['paragraph', 'Un\ndeux'], ['paragraph', 'Trois']])
	})

	it.each(['2019. Une année difficile', '-5 degrés', '- ', '**gras**', '10 h - 12 h'])('does not take %j within a paragraph for a list', (line) => {
		expect(shown(`Depuis\n${line}`).map(([kind]) => kind)).toEqual(['paragraph'])
	})

	it('says nothing of an empty text', () => {
		expect(textBlocks('')).toEqual([])
	})
})
