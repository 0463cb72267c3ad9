/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../platform/database.ts'
import type { Converted } from './check-provider.ts'
import type { ImportReport } from './report.ts'
import type { TextFile } from './text-file.ts'

import { mednumColumns, mednumRequired } from '@emancipasso/shared/directory/mednum'
import { basename } from 'node:path'
import { DirectoryStore } from '../directory-store.ts'
import { publishDirectory } from '../packs.ts'
import { readHeader, readRows, separatorNames } from './csv-file.ts'
import { csvColumns, csvRequired, fromCsv } from './csv-row.ts'
import { readRecords } from './json-file.ts'
import { fromMednum } from './mednum-row.ts'
import { mergeImported } from './merge.ts'
import { fromRecord } from './provider-record.ts'
import { inspectTextFile } from './text-file.ts'

/** How to import a file. */
export interface ImportOptions {
	as: ImportReport['as']
	/** Only say what would happen. */
	dryRun?: boolean
	/** Whose rows they are, when they do not say it: lower-case letters, digits and hyphens. `mednum` or `import` when left out. */
	source?: string
	/** Plain day; today when left out. */
	today?: string
}

/** One row on its way: what it made, and how to name it in the report. */
interface ReadRow {
	line: number
	who: string
	converted: Converted
}

const BATCH = 200

/**
 * Imports a file of providers. New ones are suggested, not listed; those that are there keep their status.
 *
 * @param database to write to; nothing is written by a dry run
 * @param path of the file
 * @param options how to read it
 * @throws {StartError} in words, when the file as a whole cannot be read
 */
export async function importDirectory(database: Pick<Database, 'kysely'>, path: string, options: ImportOptions): Promise<ImportReport> {
	const file = await inspectTextFile(path)
	const report: ImportReport = {
		file: basename(path),
		as: options.as,
		dryRun: options.dryRun ?? false,
		readAs: [file.encoding === 'utf-8' ? 'UTF-8' : 'Latin-1'],
		rows: 0,
		added: [],
		updated: [],
		unchanged: [],
		leftOut: [],
		changed: [],
		notes: [],
	}
	const lines = new Map<string, number>()
	let batch: ReadRow[] = []
	for await (const row of readFile(file, options, report)) {
		batch.push(row)
		if (batch.length >= BATCH) {
			await takeBatch(database, batch, lines, report)
			batch = []
		}
	}
	await takeBatch(database, batch, lines, report)
	if (!report.dryRun) {
		// Also when nothing changed: an import before this one may have been cut off.
		await database.kysely.transaction().execute(publishDirectory)
	}
	return report
}

/**
 * @param file to read
 * @param options how
 * @param report to add notes to
 * @yields {ReadRow} each row
 */
async function* readFile(file: TextFile, options: ImportOptions, report: ImportReport): AsyncGenerator<ReadRow> {
	const id = options.source ?? (options.as === 'mednum' ? 'mednum' : 'import')
	const convert = { source: { id, name: options.as === 'mednum' && id === 'mednum' ? 'Lieux de médiation numérique (standard national)' : id }, today: options.today ?? new Date().toISOString().slice(0, 10) }
	if (options.as === 'json') {
		for (const [index, record] of (await readRecords(file)).entries()) {
			yield { line: index + 1, who: whoIs(record), converted: fromRecord(record, convert) }
		}
		return
	}
	const mednum = options.as === 'mednum'
	const known = mednum ? new Set<string>(Object.keys(mednumColumns)) : csvColumns
	const header = await readHeader(file, known, mednum ? mednumRequired : csvRequired)
	report.readAs.push(`columns separated by ${separatorNames[header.separator] ?? header.separator}`)
	const unknown = header.columns.filter((name) => !known.has(name))
	if (unknown.length > 0) {
		report.notes.push(`Columns that are not known were left out of every row: ${unknown.map((name) => `“${name}”`).join(', ')}.`)
	}
	for await (const row of readRows(file, header)) {
		yield 'broken' in row
			? { line: row.line, who: 'unknown', converted: { leftOut: row.broken } }
			: { line: row.line, who: whoIs(mednum ? { id: row.cells.id, name: row.cells.nom } : row.cells), converted: (mednum ? fromMednum : fromCsv)(row.cells, convert) }
	}
}

/**
 * @param database to write to
 * @param batch of rows
 * @param lines of the ids that were met, filled here
 * @param report to add to
 */
async function takeBatch(database: Pick<Database, 'kysely'>, batch: readonly ReadRow[], lines: Map<string, number>, report: ImportReport): Promise<void> {
	await database.kysely.transaction().execute(async (transaction) => {
		const store = new DirectoryStore(transaction)
		const stored = await store.byIds(batch.flatMap(({ converted }) => 'provider' in converted ? [converted.provider.id] : []))
		const saved = batch.flatMap((row) => {
			report.rows++
			const { line, who, converted } = row
			const leaveOut = (what: string) => {
				report.leftOut.push({ line, who, what })
				return []
			}
			if ('leftOut' in converted) {
				return leaveOut(converted.leftOut)
			}
			const { provider, changes } = converted
			const earlier = lines.get(provider.id)
			if (earlier !== undefined) {
				return leaveOut(`it has the same id as line ${earlier}`)
			}
			lines.set(provider.id, line)
			const merged = mergeImported(stored.get(provider.id), provider)
			if ('leftOut' in merged) {
				return leaveOut(merged.leftOut)
			}
			report.changed.push(...changes.map((what) => ({ line, who, what })))
			if ('same' in merged) {
				report.unchanged.push(provider.id)
				return []
			}
			(merged.isNew ? report.added : report.updated).push(provider.id)
			return [merged.save]
		})
		if (!report.dryRun) {
			await store.save(saved)
		}
	})
}

/**
 * @param record as it was read
 */
function whoIs(record: unknown): string {
	const named = typeof record === 'object' && record !== null ? record : {}
	const parts = [...('id' in named ? [named.id] : []), ...('name' in named ? [named.name] : [])]
	return parts.filter((part) => typeof part === 'string' && part.trim() !== '').map((part) => String(part).replace(/\s+/g, ' ').trim().slice(0, 60)).join(' ') || 'without a name'
}
