/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TextFile } from './text-file.ts'

import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { StartError } from '../../platform/start-error.ts'
import { readText } from './text-file.ts'

const LONGEST_ROW = 500_000

/** One row: its cells by column, or why it cannot be read. */
export type CsvRow = { line: number, cells: Record<string, string> } | { line: number, broken: string }

/** What the first line of a CSV file says. */
export interface CsvHeader {
	separator: string
	columns: string[]
}

const separators = [',', ';', '\t', '|']

/** How a separator is called. */
export const separatorNames: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' }

/**
 * Reads the names of the columns; the separator is the one that gives the most known names.
 *
 * @param file to read
 * @param known names of columns
 * @param required names that must be there
 * @throws {StartError} in words, when the columns are not those
 */
export async function readHeader(file: TextFile, known: ReadonlySet<string>, required: readonly string[]): Promise<CsvHeader> {
	let start = ''
	for await (const piece of readText(file)) {
		start += piece
		if (/[\r\n]/.test(start) || start.length > LONGEST_ROW) {
			break
		}
	}
	const [firstLine = ''] = start.split(/\r\n|\r|\n/, 1)
	const candidates = separators.map((separator) => {
		const columns = firstLine.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1').trim())
		return { separator, columns, found: columns.filter((name) => known.has(name)).length }
	})
	const best = candidates.reduce((a, b) => b.found > a.found ? b : a)
	const missing = required.filter((name) => !best.columns.includes(name))
	if (best.found === 0) {
		throw new StartError(`The first line of ${file.path} does not name known columns: ${shorten(firstLine)}\nExpected names such as ${[...known].slice(0, 5).join(', ')}, separated by commas, semicolons or tabs.`)
	}
	if (missing.length > 0) {
		throw new StartError(`${file.path} lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}. Without ${missing.length === 1 ? 'it' : 'them'} no row can be taken.`)
	}
	const twice = best.columns.find((name, index) => name !== '' && best.columns.indexOf(name) !== index)
	if (twice !== undefined) {
		throw new StartError(`${file.path} has the column ${twice} twice. Remove one of them: it is not known which to believe.`)
	}
	return best
}

/**
 * The rows of a CSV file, one after the other. A row that cannot be read is told, and the next one is read.
 *
 * @param file to read
 * @param header of the file
 * @yields {CsvRow} each row, in order
 */
export async function* readRows(file: TextFile, header: CsvHeader): AsyncGenerator<CsvRow> {
	const { columns } = header
	const parser = parse({
		delimiter: header.separator,
		info: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		max_record_size: LONGEST_ROW,
	})
	const source = Readable.from(readText(file))
	source.on('error', (error) => parser.destroy(error))
	source.pipe(parser)
	let lastLine = 0
	try {
		for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }, record: string[] }>) {
			const line = lastLine + 1
			lastLine = info.lines
			if (line > 1) {
				yield readRow(line, lastLine, columns, record)
			}
		}
	} catch (error) {
		if (!(error instanceof CsvError)) {
			throw error
		}
		yield { line: lastLine + 1, broken: brokenFrom(error) }
	}
}

/**
 * @param line where the row begins
 * @param end line where it ends
 * @param columns names
 * @param record cells
 */
function readRow(line: number, end: number, columns: readonly string[], record: readonly string[]): CsvRow {
	if (record.length !== columns.length) {
		const lines = end > line ? ` It goes on until line ${end}: perhaps a quote is not closed.` : ''
		return { line, broken: `${record.length} cells instead of ${columns.length}: a separator inside a text without quotes, or a line cut short.${lines}` }
	}
	return { line, cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])) }
}

/**
 * @param error of the parser, after which nothing more can be read
 */
function brokenFrom(error: CsvError): string {
	switch (error.code) {
		case 'CSV_QUOTE_NOT_CLOSED': return 'a quote is opened here or below and never closed: the file is cut short, or a quote is missing. Nothing from here on was read.'
		case 'CSV_MAX_RECORD_SIZE': return `this row is longer than ${LONGEST_ROW / 1000} kB, perhaps because a quote is not closed. Nothing from here on was read.`
		default: return `it cannot be read (${error.message}). Nothing from here on was read.`
	}
}

/**
 * @param text to show
 */
function shorten(text: string): string {
	return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
