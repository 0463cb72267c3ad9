/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { BackupHeader, BackupRules } from './backup-format.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import manifest from '../../package.json' with { type: 'json' }
import { seal } from './backup-format.ts'
import { countRows, tablesInOrder } from './database-tables.ts'
import { doneMigrations } from './migrations.ts'
import { StartError } from './start-error.ts'

/** What is held in memory at once, however many rows there are. */
const PAGE_CHARACTERS = 1_000_000
const MOST_ROWS_OF_PAGE = 1000
const ROWS_BETWEEN_WORDS = 20_000

/**
 * Writes all data into a file, as it is at one moment; the connector can go on meanwhile. The file is there once it is
 * whole, readable by its owner only.
 *
 * @param database to read
 * @param file to make
 * @param rules of the rooms
 * @param say told how far it is, in words
 * @return how many rows and bytes it has
 * @throws {StartError} when the file is there already or there is nothing to write
 */
export async function writeBackup(database: Database, file: string, rules: BackupRules, say: (line: string) => void): Promise<{ rows: number, bytes: number }> {
	if (await stat(file).catch(() => null)) {
		throw new StartError(`${file} is there already. Choose another name, so that no backup is lost.`)
	}
	const part = `${file}.part`
	const handle = await open(part, 'wx', 0o600).catch((error: unknown) => {
		throw new StartError(`The backup cannot be written: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
	})
	try {
		let rows = 0
		await database.kysely.transaction().setIsolationLevel('repeatable read').execute(async (transaction) => {
			const header = await describe(transaction, rules)
			rows = Object.values(header.tables).reduce((sum, count) => sum + count, 0)
			const output = handle.createWriteStream({ flush: true })
			await pipeline(Readable.from(seal(linesOf(transaction, header, say))), createGzip(), output)
		})
		await rename(part, file)
		return { rows, bytes: (await stat(file)).size }
	} catch (error) {
		await handle.close().catch(() => {})
		await rm(part, { force: true })
		throw error
	}
}

async function describe(transaction: Kysely<Tables>, rules: BackupRules): Promise<BackupHeader> {
	const migrations = await doneMigrations(transaction)
	if (migrations.length === 0) {
		throw new StartError('There is nothing to back up: the database has no tables of the connector.')
	}
	const tables: Record<string, number> = {}
	for (const table of await tablesInOrder(transaction)) {
		if (!rules.momentary.includes(table)) {
			tables[table] = await countRows(transaction, table)
		}
	}
	return { format: 'emancipasso-backup-1', version: manifest.version, migrations, createdAt: new Date().toISOString(), tables }
}

async function* linesOf(transaction: Kysely<Tables>, header: BackupHeader, say: (line: string) => void): AsyncGenerator<string> {
	yield `${JSON.stringify(header)}\n`
	for (const [table, count] of Object.entries(header.tables)) {
		let written = 0
		for await (const page of pagesOf(transaction, table)) {
			yield page.map((row) => `{"${table}":${row}}\n`).join('')
			const before = written
			written += page.length
			if (written < count && Math.floor(before / ROWS_BETWEEN_WORDS) < Math.floor(written / ROWS_BETWEEN_WORDS)) {
				say(`${table}: ${written} of ${count} rows so far`)
			}
		}
		say(`${table}: ${written} ${written === 1 ? 'row' : 'rows'}`)
	}
}

/**
 * The rows as JSON texts of one line, so that no value passes through a type of JavaScript.
 *
 * @param transaction to read in
 * @param table to read
 * @yields {string[]} as many as may be in memory at once
 */
async function* pagesOf(transaction: Kysely<Tables>, table: string): AsyncGenerator<string[]> {
	const { rows: [longest] } = await sql<{ length: number | null }>`select max(length(one::text)) as length from ${sql.id(table)} as one`.execute(transaction)
	const most = Math.max(1, Math.min(MOST_ROWS_OF_PAGE, Math.floor(PAGE_CHARACTERS / Math.max(1, longest?.length ?? 0))))
	await sql`declare backup_rows no scroll cursor for select replace(to_json(one)::text, e'\n', ' ') as json from ${sql.id(table)} as one`.execute(transaction)
	for (;;) {
		const { rows } = await sql<{ json: string }>`fetch ${sql.lit(most)} from backup_rows`.execute(transaction)
		if (rows.length === 0) {
			break
		}
		yield rows.map(({ json }) => json)
	}
	await sql`close backup_rows`.execute(transaction)
}
