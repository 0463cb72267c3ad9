/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TestDatabase } from './testing.ts'

import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrations } from '../schema.ts'
import { embeddedDatabase, startPGlite } from './database-embedded.ts'
import { migrate } from './migrations.ts'

const source = join(import.meta.dirname, '..')
const cache = join(import.meta.dirname, '../../node_modules/.cache/emancipasso')

/** An embedded database in memory, from a dump that is made anew whenever a migration changes. */
export async function testPGlite(): Promise<TestDatabase> {
	const file = join(cache, `pglite-${fingerprint()}.tar`)
	const bytes = await readFile(file).catch(() => makeDump(file))
	const lite = await startPGlite(undefined, new Blob([bytes]))
	return { ...await embeddedDatabase(lite), url: undefined }
}

/**
 * Makes the dump and keeps it for the next file.
 *
 * @param file to keep it in
 */
async function makeDump(file: string): Promise<Uint8Array<ArrayBuffer>> {
	const lite = await startPGlite(undefined)
	const database = await embeddedDatabase(lite)
	await migrate(database, migrations)
	const dump = await lite.dumpDataDir('none')
	await database.close()
	const bytes = new Uint8Array(await dump.arrayBuffer())
	await mkdir(cache, { recursive: true })
	// Other test files may be making it too: whoever is last wins, and nobody reads half of one.
	const mine = `${file}.${process.pid}`
	await writeFile(mine, bytes)
	await rename(mine, file)
	return bytes
}

/** Changes with whatever the tables are made from. */
function fingerprint(): string {
	const hash = createHash('sha256').update(Object.keys(migrations).join())
	for (const name of globSync('**/{migrations*,database-embedded}.ts', { cwd: source }).sort()) {
		hash.update(readFileSync(join(source, name)))
	}
	return hash.digest('hex').slice(0, 16)
}
