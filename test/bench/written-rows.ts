/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openEmbedded } from '../../discourse-connector/src/platform/database-embedded.ts'

/** How many rows were inserted, changed or deleted, by table. A row written back as it was counts too. */
export type WrittenRows = Record<string, number>

const operations = ['insert', 'update', 'delete'] as const

/** Tables in which rows of the app stand beside others, and which rows are the app's. */
const sharedTables: Record<string, (row: 'old' | 'new') => string> = {
	appconfig: (row) => `${row}.appid = 'emancipasso'`,
	preferences: (row) => `${row}.appid = 'emancipasso'`,
	jobs: (row) => `${row}.class like 'OCA\\EmancipAsso\\%'`,
}

/** What is written to the tables of the app on a Nextcloud with SQLite, by triggers of our own. */
export class CloudRows {
	readonly #file: string

	/**
	 * @param data folder of the Nextcloud
	 * @param name of its database
	 */
	constructor(data: string, name = 'owncloud.db') {
		this.#file = join(data, name)
	}

	/** Counts from now on. */
	watch(): void {
		this.#use((database) => {
			database.exec('create table bench_written (name text not null)')
			const tables = database.prepare('select name from sqlite_master where type = \'table\' and name like \'oc\\_%\' escape \'\\\'').all() as { name: string }[]
			for (const { name } of tables) {
				const isOurs = sharedTables[name.replace(/^oc_/, '')] ?? (name.startsWith('oc_emancipasso_') ? () => 'true' : undefined)
				for (const operation of isOurs === undefined ? [] : operations) {
					database.exec(`create trigger bench_${name}_${operation} after ${operation} on ${name} when ${isOurs?.(operation === 'delete' ? 'old' : 'new')}
						begin insert into bench_written values ('${name.replace(/^oc_/, '')}'); end`)
				}
			}
		})
	}

	/** What was written since {@link CloudRows.watch}. */
	count(): WrittenRows {
		return this.#use((database) => toCounts(database.prepare('select name, count(*) as count from bench_written group by name').all() as { name: string, count: number }[]))
	}

	#use<Result>(work: (database: DatabaseSync) => Result): Result {
		const database = new DatabaseSync(this.#file, { timeout: 10_000 })
		try {
			return work(database)
		} finally {
			database.close()
		}
	}
}

/**
 * Counts, from the next start on, what a connector writes to any table of its embedded database.
 *
 * @param directory of its data; it must not run
 */
export async function watchConnectorRows(directory: string): Promise<void> {
	const { kysely, close } = await openEmbedded(directory)
	await sql`create schema bench`.execute(kysely)
	await sql`create table bench.written (name text not null)`.execute(kysely)
	await sql`create function bench.note() returns trigger language plpgsql as $$ begin insert into bench.written values (tg_table_name); return null; end $$`.execute(kysely)
	const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(kysely)
	for (const { name } of rows) {
		await sql`create trigger bench after insert or update or delete on ${sql.table(name)} for each row execute function bench.note()`.execute(kysely)
	}
	await close()
}

/**
 * What was written since {@link watchConnectorRows}.
 *
 * @param directory of the data; the connector must not run
 */
export async function countConnectorRows(directory: string): Promise<WrittenRows> {
	const { kysely, close } = await openEmbedded(directory)
	const { rows } = await sql<{ name: string, count: number }>`select name, count(*) as count from bench.written group by name`.execute(kysely)
	await close()
	return toCounts(rows)
}

function toCounts(rows: readonly { name: string, count: number }[]): WrittenRows {
	return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]))
}
