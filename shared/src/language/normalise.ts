/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Letters that Unicode does not decompose, as people type them without a special keyboard. */
const spellings: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

const undecomposed = new RegExp(`[${Object.keys(spellings).join('')}]`, 'gu')

// Combining marks of Latin, Greek and Cyrillic only: elsewhere they carry vowels.
const accents = /[\u0300-\u036f]/gu

// “salarié·es” must be found by “salariées”, “paral·lel” by “parallel”; invisible characters come with pasted text.
const joiners = /[·‧•\u00ad\u200b-\u200d\u2060\ufeff]/gu

const separators = /[^\p{Letter}\p{Mark}\p{Number}]+/gu

/**
 * The form in which texts are compared and searched: lower case, no accents, ligatures spelt out,
 * middle dots dropped, and apostrophes, hyphens and all other punctuation as single spaces.
 * Applying it twice changes nothing.
 *
 * @param text any text, in any Unicode form
 */
export function normalise(text: string): string {
	return text
		.replace(joiners, '')
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(accents, '')
		.replace(undecomposed, (letter) => spellings[letter] ?? letter)
		.replace(separators, ' ')
		.trim()
}

/**
 * The normalised words of a text, in order; empty for blank text.
 *
 * @param text any text
 */
export function wordsOf(text: string): string[] {
	const normalised = normalise(text)
	return normalised === '' ? [] : normalised.split(' ')
}
