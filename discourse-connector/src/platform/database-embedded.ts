/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Database } from './database.ts'

import { PGlite } from '@electric-sql/pglite'
import { pg_trgm as trigrams } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { sql } from 'kysely'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'
import { GuardedKysely, GuardedPGliteDialect } from './transaction-guard.ts'
import { lockForWriting } from './writer-lock.ts'

const POSTGRES_VERSION = '18'
const HOUR = 3_600_000

/**
 * Opens the embedded database in a folder that only its owner may read, and holds it against a second process.
 *
 * @param directory made when it is missing
 * @throws {StartError} when another process has it, or when it was made by another version of PostgreSQL
 */
export async function openEmbedded(directory: string): Promise<Database> {
	mkdirSync(directory, { recursive: true, mode: 0o700 })
	// The database creates its files readable by everyone, whatever the umask.
	chmodSync(directory, 0o700)
	const unlock = lockForWriting(join(directory, 'writer.lock'))
	try {
		const files = join(directory, 'database')
		checkVersion(files)
		const database = await embeddedDatabase(await startPGlite(files), unlock)
		return database
	} catch (error) {
		unlock()
		throw error
	}
}

/**
 * Starts the engine on a folder, or in memory, or from a dump of another, with the small buffers that one process needs.
 *
 * @param dataDir its folder; undefined for memory
 * @param dump of another, made by dumpDataDir()
 */
export async function startPGlite(dataDir: string | undefined, dump?: Blob): Promise<PGlite> {
	return await PGlite.create({
		...(dataDir === undefined ? {} : { dataDir }),
		...(dump === undefined ? {} : { loadDataDir: dump }),
		startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
		extensions: { pg_trgm: trigrams, unaccent },
	})
}

/**
 * The door to a started engine; closing it closes the engine, then calls `onClosed`.
 *
 * @param lite the started engine
 * @param onClosed called once it is closed
 */
export async function embeddedDatabase(lite: PGlite, onClosed: () => void = () => {}): Promise<Database> {
	const kysely = new GuardedKysely(new GuardedPGliteDialect({ pglite: lite }))
	// It has no autovacuum of its own.
	const vacuum = setInterval(() => {
		sql`vacuum (analyze)`.execute(kysely).catch(() => {})
	}, HOUR)
	vacuum.unref()
	return {
		kind: 'pglite',
		kysely,
		listen: (channel, onNotification) => lite.listen(channel, onNotification),
		async close() {
			clearInterval(vacuum)
			await kysely.destroy()
			if (!lite.closed) {
				await lite.close()
			}
			onClosed()
		},
	}
}

/**
 *
 * @param files the folder of the engine
 */
function checkVersion(files: string): void {
	const file = join(files, 'PG_VERSION')
	const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : POSTGRES_VERSION
	if (found !== POSTGRES_VERSION) {
		throw new StartError(`The data in ${files} was written by PostgreSQL ${found}, this program embeds ${POSTGRES_VERSION}. Start the version that wrote it, move the data to a PostgreSQL server with "npm run connector -- database move --to URL", then update.`)
	}
}
