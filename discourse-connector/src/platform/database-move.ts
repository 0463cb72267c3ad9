/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { columnsToWrite, continueSequences, countRows, tablesInOrder } from './database-tables.ts'
import { migrate } from './migrations.ts'
import { StartError } from './start-error.ts'

const ROWS_AT_ONCE = 200

/** How many rows of which table were moved. */
export interface MovedTable {
	table: string
	rows: number
}

/**
 * Whether a database has no table yet.
 *
 * @param database to look at
 */
export async function isEmpty(database: Database): Promise<boolean> {
	const { rows } = await sql<{ tables: number }>`select count(*) as tables from pg_tables where schemaname = 'public'`.execute(database.kysely)
	return rows[0]?.tables === 0
}

/**
 * Makes the tables in an empty database and copies every row to them. All or nothing: after a failure it is empty again.
 *
 * @param source stays as it is; nobody else may write to it meanwhile
 * @param target without tables
 * @param migrations of every room
 * @return what was moved, in order
 * @throws {StartError} when a table does not have as many rows afterwards
 */
export async function moveDatabase(source: Database, target: Database, migrations: Migrations): Promise<MovedTable[]> {
	return await target.kysely.transaction().execute(async (transaction) => {
		await migrate({ kysely: transaction }, migrations)
		const tables = await tablesInOrder(transaction)
		// Some tables are made with a row in them.
		await sql`truncate ${sql.join(tables.map((table) => sql.id(table)))}`.execute(transaction)
		const moved: MovedTable[] = []
		for (const table of tables) {
			await copyTable(source.kysely, transaction, table)
			const [before, after] = [await countRows(source.kysely, table), await countRows(transaction, table)]
			if (before !== after) {
				throw new StartError(`Table ${table} has ${before} rows here and ${after} there. Nothing was moved.`)
			}
			moved.push({ table, rows: after })
		}
		await continueSequences(transaction)
		return moved
	})
}

/**
 * Copies as JSON text, so that no value passes through a type of JavaScript.
 *
 * @param source of the rows
 * @param target of the rows
 * @param table to copy
 */
async function copyTable(source: Kysely<Tables>, target: Kysely<Tables>, table: string): Promise<void> {
	const names = await columnsToWrite(target, table)
	for (let offset = 0; ; offset += ROWS_AT_ONCE) {
		const { rows: [page] } = await sql<{ content: string, rows: number }>`
			select coalesce(json_agg(to_json(one)), '[]')::text as content, count(*) as rows
			from (select * from ${sql.id(table)} order by ctid limit ${ROWS_AT_ONCE} offset ${offset}) as one
		`.execute(source)
		if (!page || page.rows === 0) {
			return
		}
		await sql`
			insert into ${sql.id(table)} (${names}) overriding system value
			select ${names} from json_populate_recordset(null::${sql.id(table)}, ${page.content}::json)
		`.execute(target)
	}
}
