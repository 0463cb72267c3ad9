/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What XML forbids, what terminals obey, and what turns the direction of all that follows; the direction of a word is in its letters.
const unwanted = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

const piledMarks = /(\p{M}{4})\p{M}+/gu

/**
 * A text that every format can carry: well-formed, with line feeds and tabs as its only controls, no direction
 * override, at most four marks on one letter. No-break spaces and joiners stay.
 *
 * @param text anything that a person could paste
 */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
		.replace(unwanted, '')
		.replace(piledMarks, '$1')
}

/**
 * The same on one line.
 *
 * @param text anything that a person could paste
 */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/[\n\t ]+/gu, ' ').trim()
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/**
 * A clean text with what XML and HTML read as their own escaped, for elements and quoted attributes.
 *
 * @param text anything that a person could paste
 */
export function escapeXml(text: string): string {
	return cleanText(text).replace(/[&<>"']/gu, (character) => entities[character]!)
}

/**
 * The same on one line.
 *
 * @param text anything that a person could paste
 */
export function escapeLine(text: string): string {
	return escapeXml(cleanLine(text))
}
