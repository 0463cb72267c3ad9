/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'

import { describe, expect, it } from 'vitest'
import { questionnaire, reference, solutions } from './testing/reference-data.ts'

/**
 * Every text of a pack that is shown, with the place where it stands.
 *
 * @param value any part of a pack
 * @param at its place
 */
function textsOf(value: unknown, at: string): { at: string, text: LocalisedText }[] {
	if (typeof value !== 'object' || value === null) {
		return []
	}
	if ('fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string') {
		return [{ at, text: { fr: value.fr, en: value.en } }]
	}
	return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${at}/${typeof part?.id === 'string' ? part.id : key}`))
}

const texts = [...textsOf(questionnaire, 'questionnaire'), ...textsOf(solutions, 'solutions'), ...textsOf(reference, 'reference')]

describe('texts of the packs', () => {
	it('are found', () => {
		expect(texts.length).toBeGreaterThan(900)
	})

	it('have no-break spaces in French where punctuation must not start a line', () => {
		expect(texts.filter(({ text }) => /(?<![\u00a0\u202f])[;?!»]|(?<![\u00a0\u202f\d]):|«(?!\u00a0)/u.test(text.fr)).map(({ at, text }) => `${at}: ${text.fr}`)).toEqual([])
	})

	it('have no space before punctuation in English', () => {
		expect(texts.filter(({ text }) => /\s[;:?!,.](\s|$)/u.test(text.en)).map(({ at, text }) => `${at}: ${text.en}`)).toEqual([])
	})

	it('use curved quotes, one space between words and none around', () => {
		const plain = (text: string) => /['"]|\.\.\.|\s\s/u.test(text) || text !== text.trim()
		expect(texts.filter(({ text }) => plain(text.fr) || plain(text.en)).map(({ at }) => at)).toEqual([])
	})

	it('end alike in both languages', () => {
		const end = (text: string) => /[.?!…]$/u.exec(text.replace(/\)$/u, ''))?.[0]
		expect(texts.filter(({ text }) => end(text.fr) !== end(text.en)).map(({ at, text }) => `${at}: ${text.fr} | ${text.en}`)).toEqual([])
	})

	it('say the same figures in both languages', () => {
		const figures = (text: string) => text.replace(/(\d)[\u202f,](\d{3})/gu, '$1$2').match(/\d+/gu)?.join(' ')
		expect(texts.filter(({ text }) => figures(text.fr) !== figures(text.en)).map(({ at, text }) => `${at}: ${text.fr} | ${text.en}`)).toEqual([])
	})

	it('say “free (libre)” in English, so that nobody reads “at no cost”', () => {
		expect(texts.filter(({ text }) => /\b(non-)?free\b(?! \(libre\))/iu.test(text.en)).map(({ at, text }) => `${at}: ${text.en}`)).toEqual([])
	})
})
