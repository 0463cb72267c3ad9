/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { openEmbedded } from '../../discourse-connector/src/platform/database-embedded.ts'

/**
 * Every row of every table, one a line.
 *
 * @param directory of the data of a connector, which must not run
 */
export async function databaseText(directory: string): Promise<string> {
	const { kysely, close } = await openEmbedded(directory)
	const { rows: tables } = await sql<{ schema: string, name: string }>`select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(kysely)
	const lines: string[] = []
	for (const { schema, name } of tables) {
		const { rows } = await sql<{ line: string }>`select to_jsonb(whole)::text as line from ${sql.table(`${schema}.${name}`)} as whole`.execute(kysely)
		lines.push(...rows.map(({ line }) => line))
	}
	await close()
	return lines.join('\n')
}
