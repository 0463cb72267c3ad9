/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { parse } from 'csv-parse/browser/esm/sync'

/** A row that was written in: its cells, and the number of the row as a spreadsheet counts. */
export interface TableRow {
	readonly number: number
	readonly cells: readonly string[]
}

/**
 * The rows of what was copied from a spreadsheet, or of a CSV file. Rows with nothing in them are counted and left out.
 *
 * @param text tabs, semicolons or commas between the cells; quotes around a cell that holds one of them
 */
export function readTable(text: string): TableRow[] {
	return cellsOf(text)
		.map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function cellsOf(text: string): string[][] {
	const options = { delimiter: separatorOf(text), bom: true, relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
	try {
		return parse(text, options)
	} catch {
		// A quote that nothing closes: then quotes are letters as any others, and no row is lost in a cell.
		return parse(text, { ...options, quote: false })
	}
}

/**
 * What stands between the cells: tabs when it was copied, else what the first line that is written in has more of.
 *
 * @param text the table
 */
function separatorOf(text: string): string {
	if (text.includes('\t')) {
		return '\t'
	}
	const first = text.split(/[\r\n]+/u).find((line) => line.trim() !== '') ?? ''
	const count = (separator: string) => first.split(separator).length
	return count(';') >= count(',') ? ';' : ','
}
