/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from './database.ts'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { testPGlite } from './testing-pglite.ts'
import { testPostgres } from './testing-postgres.ts'

const kind = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite'
/** See testing-server.ts. */
const server = inject('postgresServer')
const missing = kind === 'postgres' && server === undefined

/** Whether the tests of this run use a PostgreSQL server that is there. */
export const onPostgres = kind === 'postgres' && !missing

/** A database of the test's own. */
export interface TestDatabase extends Database {
	/** The URL to open it a second time; only on PostgreSQL. */
	readonly url: string | undefined
}

/**
 * Gives the tests of a file or `describe` a database with every table, emptied before each test: embedded, or with
 * TEST_DATABASE=postgres on a server (TEST_POSTGRES_URL, or one started for the run from what Debian installs).
 * Without a server the tests are skipped by name.
 *
 * @return a database to use inside tests and hooks, not while the file is read
 */
export function withDatabase(): TestDatabase {
	let opened: TestDatabase | undefined
	const current = () => {
		if (!opened) {
			throw new Error('The test database is open only inside tests and hooks.')
		}
		return opened
	}
	beforeAll(async () => {
		if (!missing) {
			opened = kind === 'postgres' ? await testPostgres(server!) : await testPGlite()
		}
	})
	beforeEach(async ({ skip }) => {
		skip(missing, 'no PostgreSQL on this machine: install postgresql or set TEST_POSTGRES_URL')
		await empty(current())
	})
	afterAll(async () => {
		await opened?.close()
	})
	return {
		get kind() {
			return current().kind
		},
		get kysely() {
			return current().kysely
		},
		get url() {
			return current().url
		},
		listen: (channel, onNotification) => current().listen(channel, onNotification),
		close: async () => {},
	}
}

/**
 * Empties every table that holds something: most hold nothing, and asking is much quicker than emptying.
 *
 * @param database to empty
 * @param database.kysely its door
 */
export async function empty({ kysely }: Database): Promise<void> {
	const { rows: tables } = await sql<{ name: string }>`
		select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'
	`.execute(kysely)
	if (tables.length === 0) {
		return
	}
	const asked = tables.map(({ name }) => sql`select ${sql.lit(name)} as name where exists (select from ${sql.raw(name)})`)
	const { rows: filled } = await sql<{ name: string }>`${sql.join(asked, sql` union all `)}`.execute(kysely)
	if (filled.length > 0) {
		await sql`truncate ${sql.raw(filled.map(({ name }) => name).join(', '))} restart identity cascade`.execute(kysely)
	}
}
