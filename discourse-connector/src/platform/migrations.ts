/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import manifest from '../../package.json' with { type: 'json' }
import { StartError } from './start-error.ts'

/**
 * Changes of the tables by name. They run in the order of their names, across all rooms, each once:
 * `<date>-<two digits>-<room>-<what>`, platform 00, instances 01, directory 02, community 03, sync 04, forum 05.
 */
export type Migrations = Record<string, Migration>

/**
 * Brings the tables up to date. Several processes may call it at once: one does it, the others wait. Tables that a newer
 * version has already expanded are left as they are, so that old and new processes can run side by side.
 *
 * @param database whose tables, or a transaction that they are made in
 * @param migrations those of every room
 * @return names of the changes that only a newer version knows
 * @throws {StartError} when one fails, and nothing of it remains; or when a newer version took away what this one needs
 */
export async function migrate(database: Pick<Database, 'kysely'>, migrations: Migrations): Promise<string[]> {
	for (;;) {
		const newer = await unknownMigrations(database.kysely, migrations)
		const missed = newer.find((name) => !isUsableAfter(name))
		if (missed !== undefined) {
			throw new StartError(`A newer version of the connector changed the tables in a way that this one cannot work with (${missed}). Start the newer version.`)
		}
		const failure = await runMigrations(database.kysely, migrations, newer)
		if (failure === undefined) {
			return newer
		}
		// A newer version may have done its own while this one waited for its turn.
		if ((await unknownMigrations(database.kysely, migrations).catch(() => newer)).length === newer.length) {
			throw failure
		}
	}
}

async function runMigrations(kysely: Kysely<Tables>, migrations: Migrations, newer: readonly string[]): Promise<StartError | undefined> {
	// Inside a transaction the migrator's own error would be that the transaction is aborted, not why.
	let failure: { name: string, error: unknown } | undefined
	const watched = Object.entries(migrations).map(([name, migration]): [string, Migration] => [name, {
		up: (transaction) => migration.up(transaction).catch((error: unknown) => {
			failure = { name, error }
			throw error
		}),
	}])
	const done = newer.map((name): [string, Migration] => [name, { up: async () => {} }])
	const migrator = new Migrator({
		db: kysely,
		provider: { getMigrations: async () => Object.fromEntries([...watched, ...done]) },
		// Two rooms grow at the same time, so a new name may come before one that has already run.
		allowUnorderedMigrations: true,
	})
	const result = await migrator.migrateToLatest()
	if (!result.error) {
		return undefined
	}
	const { name, error } = failure ?? { name: undefined, error: result.error }
	return new StartError(`The tables could not be brought up to date${name ? ` (${name})` : ''}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
}

/**
 * The changes that a database has seen, in the order of their names; none for an empty one.
 *
 * @param kysely of the database
 */
export async function doneMigrations(kysely: Kysely<Tables>): Promise<string[]> {
	const { rows: [table] } = await sql<{ name: string | null }>`select to_regclass('kysely_migration')::text as name`.execute(kysely)
	if (!table?.name) {
		return []
	}
	const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(kysely)
	return rows.map(({ name }) => name)
}

async function unknownMigrations(kysely: Kysely<Tables>, migrations: Migrations): Promise<string[]> {
	return (await doneMigrations(kysely)).filter((name) => !Object.hasOwn(migrations, name))
}

/**
 * Migrations only expand: what the version before reads and writes stays. One that takes something away says in its
 * name, as `…-contract-<major>.<minor>`, the first version that does without it, and comes a release later.
 *
 * @param name of a migration
 * @return undefined for one that only expands
 */
export function contractedFor(name: string): string | undefined {
	return /-contract-(\d+\.\d+)$/.exec(name)?.[1]
}

/**
 * Whether this version can work on tables that a newer one changed.
 *
 * @param name of the newer one's migration
 * @param version of this program
 */
function isUsableAfter(name: string, version = manifest.version): boolean {
	const first = contractedFor(name)
	return first === undefined || first.localeCompare(version, 'en', { numeric: true }) <= 0
}

export const platformMigrations: Migrations = {
	'20261121-00-platform-tables': {
		async up(kysely: Kysely<Tables>) {
			await sql`create extension if not exists unaccent`.execute(kysely)
			await sql`create extension if not exists pg_trgm`.execute(kysely)
			// unaccent() is only stable, because its dictionary could change; an index needs an immutable function.
			await sql`create function plain_text(value text) returns text language sql immutable parallel safe strict
				return lower(unaccent('unaccent', value))`.execute(kysely)
			await kysely.schema.createTable('hint')
				.addColumn('record', 'text', (column) => column.primaryKey())
				.addColumn('reason', 'text', (column) => column.notNull())
				.addColumn('priority', 'smallint', (column) => column.notNull())
				.addColumn('generation', 'integer', (column) => column.notNull().defaultTo(1))
				.addColumn('due_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('turn_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
				.addColumn('last_error', 'text')
				.addColumn('claim', 'uuid')
				.addColumn('claimed_generation', 'integer')
				.addColumn('claimed_until', 'timestamptz')
				.execute()
			await kysely.schema.createIndex('hint_turn').on('hint').column('turn_at').execute()
			await kysely.schema.createTable('request_count')
				.addColumn('bearer', 'text', (column) => column.notNull())
				.addColumn('minute', 'integer', (column) => column.notNull())
				.addColumn('requests', 'integer', (column) => column.notNull())
				.addPrimaryKeyConstraint('request_count_key', ['bearer', 'minute'])
				.execute()
		},
	},
	'20261122-00-console': {
		async up(kysely: Kysely<Tables>) {
			await kysely.schema.createTable('action_log')
				.addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
				.addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
				.addColumn('who', 'text', (column) => column.notNull())
				.addColumn('action', 'text', (column) => column.notNull())
				.addColumn('target', 'text', (column) => column.notNull())
				.execute()
			await kysely.schema.createIndex('action_log_at').on('action_log').column('at').execute()
			await kysely.schema.createTable('hint_pause')
				.addColumn('id', 'smallint', (column) => column.primaryKey())
				.addColumn('at', 'timestamptz', (column) => column.notNull())
				.addColumn('who', 'text', (column) => column.notNull())
				.execute()
		},
	},
}
