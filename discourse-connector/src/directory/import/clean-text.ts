/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A text as it can be kept, and what had to be changed for that, in words. */
export interface CleanText {
	text: string
	changes: string[]
}

const script = /<(script|style)\b[^>]*>.*?(<\/\1\s*>|$)/gis
const tag = /<\/?[a-z!][^>]*>/gi
const invisible = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu
const telephone = /^\+[\d .()-]+$/
// What a spreadsheet would run: it begins with a sign and calls or computes something.
const formula = /^(?:[=@]+|[+-]+(?=.*[(|!=]))/s

/**
 * Takes out of a text what must not be shown or run: HTML, the sign that makes a formula, invisible characters.
 *
 * @param raw as the file has it
 */
export function cleanText(raw: string): CleanText {
	const changes: string[] = []
	const change = (text: string, changed: string, what: string) => {
		if (changed !== text) {
			changes.push(what)
		}
		return changed
	}
	let text = raw.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
	text = change(text, text.replace(script, ' ').replace(tag, ' '), 'HTML taken out')
	text = change(text, text.replace(invisible, ''), 'invisible characters taken out')
	text = text.trim()
	text = change(text, telephone.test(text) ? text : text.replace(formula, '').trim(), 'the sign at its beginning taken off, which a spreadsheet would run as a formula')
	// French punctuation stands on spaces that do not break.
	return { text: text.replace(/[^\S\n\u00a0\u202f]+/g, ' ').trim(), changes }
}

/**
 * The same, for a text of one line.
 *
 * @param raw as the file has it
 */
export function cleanLine(raw: string): CleanText {
	const { text, changes } = cleanText(raw)
	return { text: text.replace(/\s*\n\s*/g, ' '), changes }
}

/**
 * Cuts a text at a word, if it is too long.
 *
 * @param text of any length
 * @param longest in UTF-16 units, the ellipsis included
 */
export function cutAtWord(text: string, longest: number): string {
	if (text.length <= longest) {
		return text
	}
	const start = text.slice(0, longest - 1)
	const end = start.lastIndexOf(' ')
	return `${start.slice(0, end > longest / 2 ? end : undefined).trimEnd()}…`
}

/**
 * The values of a list in one cell, separated by `|` or `;`.
 *
 * @param cell of the file
 */
export function listOf(cell: string): string[] {
	return [...new Set(cell.split(/[|;]/).map((value) => value.trim()).filter((value) => value !== ''))]
}
