/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, wordsOf } from './normalise.ts'

describe('normalise', () => {
	it.each([
		['Médiation à Nantes', 'mediation a nantes'],
		['L’Œuvre d\'Ælfgar', 'l oeuvre d aelfgar'],
		['Loire-Atlantique', 'loire atlantique'],
		['Pays‑de‑la–Loire', 'pays de la loire'],
		['salarié·es', 'salariees'],
		['Straße, Łódź', 'strasse lodz'],
		['ÎLE\u00A0D’YEU', 'ile d yeu'],
		['bureautique\u200B libre', 'bureautique libre'],
		['İstanbul', 'istanbul'],
		['ﬁchiers', 'fichiers'],
		['  ', ''],
		['2024 : 3 ½', '2024 3 1 2'],
	])('reads %j as %j', (text, expected) => {
		expect(normalise(text)).toBe(expected)
	})

	it('gives the same result for composed and decomposed accents', () => {
		expect(normalise('e\u0301te\u0301')).toBe(normalise('\u00e9t\u00e9'))
	})

	it('keeps the vowels of scripts that write them as marks', () => {
		expect(normalise('हिन्दी')).toBe('हिन्दी')
	})

	it('changes nothing when applied twice', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalise(normalise(text)) === normalise(text)))
	})

	it('cuts a text into words and a blank one into none', () => {
		expect(wordsOf('Prise en main, d’outils')).toEqual(['prise', 'en', 'main', 'd', 'outils'])
		expect(wordsOf(' — ')).toEqual([])
	})
})
