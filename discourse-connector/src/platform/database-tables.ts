/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'

/**
 * The tables, each after those that it refers to.
 *
 * @param kysely of either database
 */
export async function tablesInOrder(kysely: Kysely<Tables>): Promise<string[]> {
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
 * The columns of a table that can be written, as a list for a statement.
 *
 * @param kysely of either database
 * @param table its name
 */
export async function columnsToWrite(kysely: Kysely<Tables>, table: string): Promise<RawBuilder<unknown>> {
	const { rows } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
	`.execute(kysely)
	return sql.join(rows.map(({ name }) => sql.id(name)))
}

/**
 * How many rows a table has.
 *
 * @param kysely of either database
 * @param table to count
 */
export async function countRows(kysely: Kysely<Tables>, table: string): Promise<number> {
	const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.id(table)}`.execute(kysely)
	return rows[0]?.rows ?? 0
}

/**
 * Lets counters go on after the highest number that was copied.
 *
 * @param kysely of the target
 */
export async function continueSequences(kysely: Kysely<Tables>): Promise<void> {
	const { rows } = await sql<{ table: string, column: string, sequence: string }>`
		select table_name as table, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
		from information_schema.columns
		where table_schema = 'public' and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null
	`.execute(kysely)
	for (const { table, column, sequence } of rows) {
		await sql`select setval(${sequence}::regclass, coalesce(max(${sql.id(column)}), 0) + 1, false) from ${sql.id(table)}`.execute(kysely)
	}
}
