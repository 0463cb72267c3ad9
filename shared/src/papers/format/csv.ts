/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../../language/localised-text.ts'

import { cleanText } from './clean-text.ts'

// Spreadsheets also take the full-width twins for the beginning of a formula, and pass over spaces before it.
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * A table as a file that a spreadsheet opens as it is: UTF-8 with a mark, lines ended as RFC 4180 says, the separator
 * of the reader's country, and no cell that could be taken for a formula.
 *
 * @param rows rows of cells, the headings first; numbers are written as such
 * @param language chooses the separator and the decimal mark
 */
export function renderCsv(rows: readonly (readonly (string | number)[])[], language: Language): string {
	const separator = language === 'fr' ? ';' : ','
	const width = Math.max(0, ...rows.map((cells) => cells.length))
	const lines = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')].map((value) => cell(value, language)).join(separator))
	return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`
}

function cell(value: string | number, language: Language): string {
	if (typeof value === 'number') {
		return language === 'fr' ? String(value).replace('.', ',') : String(value)
	}
	const clean = cleanText(value).replaceAll('\t', ' ').trim()
	const inert = formula.test(clean) ? `'${clean}` : clean
	return /[",;\n']/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
