/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { tablesInOrder } from './database-tables.ts'

/** A column as another version of the program sees it. */
interface Column {
	table: string
	name: string
	type: string
	nullable: boolean
	/** Whether the database fills it in when nobody does. */
	filled: boolean
	/** Whether only the database writes it. */
	generated: boolean
}

/** One value for each type, the same in all tables, so that rows refer to one another. */
const values: Readonly<Record<string, string>> = {
	bigint: '1',
	boolean: 'false',
	date: '2026-01-01',
	'double precision': '1',
	integer: '1',
	jsonb: '{"title": "t", "toolsConcerned": []}',
	smallint: '1',
	text: 'x',
	'timestamp with time zone': '2026-01-01T00:00:00Z',
	uuid: '01900000-0000-7000-8000-000000000001',
}

/** The tables as they are, with one row in each. */
export interface Schema {
	columns: Column[]
	/** The statements that fill the tables, each with its table, in an order in which they can be run. */
	rows: { table: string, insert: string }[]
}

/**
 * Puts one row into each table, as the program of this moment would.
 *
 * @param kysely of a database
 */
export async function fillSchema(kysely: Kysely<Tables>): Promise<Schema> {
	const columns = await columnsOf(kysely)
	const rows = (await tablesInOrder(kysely)).map((table) => ({ table, insert: insertInto(table, columns) }))
	await writeRows(kysely, rows)
	return { columns, rows }
}

/**
 * What a program that was written for the tables of before can no longer do on those of now.
 *
 * @param kysely of the database
 * @param before as it was
 * @return a sentence for each fault
 */
export async function brokenSince(kysely: Kysely<Tables>, before: Schema): Promise<string[]> {
	const now = await columnsOf(kysely)
	const find = (table: string, name: string) => now.find((column) => column.table === table && column.name === name)
	const faults = before.columns.flatMap((old) => {
		const found = find(old.table, old.name)
		const what = `${old.table}.${old.name}`
		return found === undefined
			? [`${what} is gone`]
			: [
					...found.type === old.type ? [] : [`${what} was ${old.type} and is ${found.type}`],
					...found.nullable || !old.nullable ? [] : [`${what} can no longer be empty`],
					...found.filled || !old.filled ? [] : [`${what} is no longer filled in`],
					...found.generated && !old.generated ? [`${what} can no longer be written`] : [],
				]
	})
	const tables = new Set(before.columns.map(({ table }) => table))
	for (const added of now.filter(({ table, name }) => tables.has(table) && !before.columns.some((old) => old.table === table && old.name === name))) {
		if (!added.nullable && !added.filled && !added.generated) {
			faults.push(`${added.table}.${added.name} must be written, which the program before does not do`)
		}
	}
	if (faults.length > 0) {
		return faults
	}
	return await writeRows(kysely, before.rows).then(() => [], (error: unknown) => [`a row that was taken before is refused: ${error instanceof Error ? error.message : String(error)}`])
}

async function columnsOf(kysely: Kysely<Tables>): Promise<Column[]> {
	const { rows } = await sql<Column>`
		select table_name as table, column_name as name, data_type || coalesce('(' || character_maximum_length || ')', '') as type,
			is_nullable = 'YES' as nullable, column_default is not null or is_identity = 'YES' as filled, is_generated = 'ALWAYS' as generated
		from information_schema.columns where table_schema = 'public' and table_name not like 'kysely\\_%'
		order by table_name, ordinal_position
	`.execute(kysely)
	return rows
}

async function writeRows(kysely: Kysely<Tables>, rows: Schema['rows']): Promise<void> {
	await kysely.transaction().execute(async (transaction) => {
		for (const { table } of rows.toReversed()) {
			await sql`delete from ${sql.id(table)}`.execute(transaction)
		}
		for (const { insert } of rows) {
			await sql.raw(insert).execute(transaction)
		}
	})
}

function insertInto(table: string, columns: readonly Column[]): string {
	const written = columns.filter((column) => column.table === table && !column.generated && !column.filled)
	const literals = written.map(({ name, type }) => {
		const value = values[type]
		if (value === undefined) {
			throw new Error(`${table}.${name} has the type ${type}, of which the test knows no value.`)
		}
		return `'${value}'::${type}`
	})
	return `insert into "${table}" (${written.map(({ name }) => `"${name}"`).join(', ')}) values (${literals.join(', ')})`
}
