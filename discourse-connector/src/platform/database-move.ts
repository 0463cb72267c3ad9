/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
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
 * The tables, each after those that it refers to.
 *
 * @param kysely of either database
 */
async function tablesInOrder(kysely: Kysely<Tables>): Promise<string[]> {
	const { rows } = await sql<{ table: string, needs: string[] }>`
		select t.tablename as table, array(
			select target.relname::text from pg_constraint c
			join pg_class target on target.oid = c.confrelid
			where c.contype = 'f' and c.conrelid = format('%I.%I', t.schemaname, t.tablename)::regclass and c.confrelid <> c.conrelid
		) as needs
		from pg_tables t where t.schemaname = 'public' and t.tablename not like 'kysely\\_%' order by 1
	`.execute(kysely)
	const ordered: string[] = []
	while (ordered.length < rows.length) {
		const next = rows.filter(({ table, needs }) => !ordered.includes(table) && needs.every((need) => ordered.includes(need)))
		if (next.length === 0) {
			throw new Error('The tables refer to each other in a circle.')
		}
		ordered.push(...next.map(({ table }) => table))
	}
	return ordered
}

/**
 * Copies as JSON text, so that no value passes through a type of JavaScript.
 *
 * @param source of the rows
 * @param target of the rows
 * @param table to copy
 */
async function copyTable(source: Kysely<Tables>, target: Kysely<Tables>, table: string): Promise<void> {
	const { rows: columns } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
	`.execute(target)
	const names = sql.join(columns.map(({ name }) => sql.id(name)))
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

/**
 * @param kysely of either database
 * @param table to count
 */
async function countRows(kysely: Kysely<Tables>, table: string): Promise<number> {
	const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.id(table)}`.execute(kysely)
	return rows[0]?.rows ?? 0
}

/**
 * Lets counters go on after the highest number that was copied.
 *
 * @param kysely of the target
 */
async function continueSequences(kysely: Kysely<Tables>): Promise<void> {
	const { rows } = await sql<{ table: string, column: string, sequence: string }>`
		select table_name as table, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
		from information_schema.columns
		where table_schema = 'public' and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null
	`.execute(kysely)
	for (const { table, column, sequence } of rows) {
		await sql`select setval(${sequence}::regclass, coalesce(max(${sql.id(column)}), 0) + 1, false) from ${sql.id(table)}`.execute(kysely)
	}
}
