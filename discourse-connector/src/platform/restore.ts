/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { BackupHeader, BackupRules } from './backup-format.ts'
import type { Database } from './database.ts'
import type { Migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { openBackup } from './backup-format.ts'
import { columnsToWrite, continueSequences, countRows, tablesInOrder } from './database-tables.ts'
import { doneMigrations, migrate } from './migrations.ts'
import { StartError } from './start-error.ts'

/** What is held in memory at once, however many rows there are. */
const PAGE_CHARACTERS = 1_000_000
const MOST_ROWS_OF_PAGE = 1000
const ROWS_BETWEEN_WORDS = 20_000
const LOOKS_FOR_OTHERS = 5
const MILLISECONDS_BETWEEN_LOOKS = 300

/** What a restore works with. */
export interface RestoreParts {
	/** Of every room. */
	migrations: Migrations
	rules: BackupRules
	/** Whether what is there may be thrown away. */
	replace: boolean
	/** Told how far it is, in words. */
	say: (line: string) => void
}

/**
 * Makes a database what it was when a backup was written. All or nothing: after a failure it is as before. The tables
 * are made as they were then and brought up to date with the rows in them, as an update would have done.
 *
 * @param database to fill; no connector may use it
 * @param file that was written by a backup, of either kind of database
 * @param parts how
 * @return what the backup says of itself
 * @throws {StartError} in words, when the file or the database cannot be used
 */
export async function restoreBackup(database: Database, file: string, parts: RestoreParts): Promise<BackupHeader> {
	const source = createReadStream(file)
	const unzipped = createGunzip()
	source.on('error', (error) => unzipped.destroy(unreadable(file, error)))
	try {
		const { header, rows } = await openBackup(source.pipe(unzipped))
		const unknown = header.migrations.filter((name) => !Object.hasOwn(parts.migrations, name))
		if (unknown.length > 0) {
			throw new StartError(`The backup was written by a newer connector (${header.version}), whose tables this one does not know. Update first.`)
		}
		await checkTarget(database, parts)
		await database.kysely.transaction().execute(async (transaction) => {
			const before = await allTables(transaction)
			await dropEverything(transaction)
			await migrate({ kysely: transaction }, Object.fromEntries(Object.entries(parts.migrations).filter(([name]) => header.migrations.includes(name))))
			await fill(transaction, header, rows, parts)
			await migrate({ kysely: transaction }, parts.migrations)
			const after = await allTables(transaction)
			const foreign = before.filter((table) => !after.includes(table))
			if (foreign.length > 0) {
				throw new StartError(`The database also has tables that this version does not know (${foreign.join(', ')}). Make an empty one and restore into it.`)
			}
			await parts.rules.afterRestore(transaction)
		})
		return header
	} finally {
		source.destroy()
		unzipped.destroy()
	}
}

/**
 * Why a file cannot be read, in words.
 *
 * @param file that was asked for
 * @param error of Node's
 */
function unreadable(file: string, error: NodeJS.ErrnoException): StartError {
	const words: Record<string, string> = { ENOENT: 'There is no file', EISDIR: 'This is a folder and no backup:', EACCES: 'The connector’s user may not read' }
	return new StartError(`${words[error.code ?? ''] ?? `The backup cannot be read (${error.message}):`} ${file}`, { cause: error })
}

async function checkTarget({ kind, kysely }: Database, { replace, rules }: RestoreParts): Promise<void> {
	const tables = await allTables(kysely)
	if (tables.length > 0 && (await doneMigrations(kysely)).length === 0) {
		throw new StartError('The database has tables that are not the connector’s. Make an empty one and restore into it.')
	}
	if (kind === 'postgres') {
		await checkAlone(kysely)
	}
	for (const table of replace ? [] : tables.filter((name) => !name.startsWith('kysely_') && !rules.momentary.includes(name))) {
		if (await countRows(kysely, table) > 0) {
			throw new StartError(`The database is not empty (${table}). With --replace everything in it is thrown away; back it up first.`)
		}
	}
}

async function checkAlone(kysely: Kysely<Tables>): Promise<void> {
	for (let look = 1; ; look++) {
		const { rows: [others] } = await sql<{ count: number }>`
			select count(*) as count from pg_stat_activity
			where datname = current_database() and application_name like 'emancipasso-%' and application_name <> current_setting('application_name')
		`.execute(kysely)
		if (others?.count === 0) {
			return
		}
		if (look === LOOKS_FOR_OTHERS) {
			throw new StartError('A connector uses this database. Stop all of them first.')
		}
		// The server notices a little later that a connector has stopped.
		await wait(MILLISECONDS_BETWEEN_LOOKS)
	}
}

async function allTables(kysely: Kysely<Tables>): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(kysely)
	return rows.map(({ name }) => name)
}

async function dropEverything(transaction: Kysely<Tables>): Promise<void> {
	const tables = await allTables(transaction)
	if (tables.length > 0) {
		await sql`drop table ${sql.join(tables.map((name) => sql.id(name)))} cascade`.execute(transaction)
	}
	// What belongs to an extension stays.
	const { rows } = await sql<{ signature: string }>`
		select p.oid::regprocedure::text as signature from pg_proc p
		where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	`.execute(transaction)
	for (const { signature } of rows) {
		await sql`drop routine ${sql.raw(signature)} cascade`.execute(transaction)
	}
}

async function fill(transaction: Kysely<Tables>, header: BackupHeader, lines: AsyncGenerator<string>, { rules, say }: RestoreParts): Promise<void> {
	const known = await tablesInOrder(transaction)
	// Some tables are made with a row in them.
	await sql`truncate ${sql.join(known.map((table) => sql.id(table)))}`.execute(transaction)
	const written = new Map<string, number>(Object.keys(header.tables).map((table) => [table, 0]))
	for await (const { table, rows } of pages(lines)) {
		const before = written.get(table)
		if (before === undefined || !known.includes(table)) {
			throw new StartError(`The backup has rows of a table that its own header does not name (${table}).`)
		}
		if (!rules.momentary.includes(table)) {
			const names = await columnsToWrite(transaction, table)
			await sql`
				insert into ${sql.id(table)} (${names}) overriding system value
				select ${names} from json_populate_recordset(null::${sql.id(table)}, ${`[${rows.join(',')}]`}::json)
			`.execute(transaction)
		}
		const count = before + rows.length
		written.set(table, count)
		if (Math.floor(before / ROWS_BETWEEN_WORDS) < Math.floor(count / ROWS_BETWEEN_WORDS)) {
			say(`${table}: ${count} of ${header.tables[table]} rows so far`)
		}
	}
	for (const [table, count] of written) {
		if (count !== header.tables[table]) {
			throw new StartError(`The backup has ${count} rows of ${table} and says that it has ${header.tables[table]}. Take another one.`)
		}
		say(`${table}: ${count} ${count === 1 ? 'row' : 'rows'}`)
	}
	await continueSequences(transaction)
}

/**
 * Rows of one table that go together into one statement.
 *
 * @param lines of the backup
 * @yields {object} JSON texts of rows
 */
async function* pages(lines: AsyncGenerator<string>): AsyncGenerator<{ table: string, rows: string[] }> {
	let page = { table: '', rows: [] as string[], characters: 0 }
	for await (const line of lines) {
		const [prefix = '', table = ''] = /^\{"(\w+)":/.exec(line) ?? []
		if (page.rows.length > 0 && (table !== page.table || page.rows.length >= MOST_ROWS_OF_PAGE || page.characters + line.length > PAGE_CHARACTERS)) {
			yield page
			page = { table, rows: [], characters: 0 }
		}
		page = { table, rows: page.rows, characters: page.characters + line.length }
		page.rows.push(line.slice(prefix.length, -1))
	}
	if (page.rows.length > 0) {
		yield page
	}
}
