/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

import { sql } from 'kysely'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { backupRules } from '../backup-rules.ts'
import { migrations } from '../schema.ts'
import { writeBackup } from './backup.ts'
import { embeddedDatabase, startPGlite } from './database-embedded.ts'
import { openServer } from './database-server.ts'
import { tablesInOrder } from './database-tables.ts'
import { leaveHint } from './hints.ts'
import { migrate } from './migrations.ts'
import { restoreBackup } from './restore.ts'
import { StartError } from './start-error.ts'
import { testPGlite } from './testing-pglite.ts'
import { fillSchema } from './testing-schema.ts'
import { onPostgres, withDatabase } from './testing.ts'

/** What JavaScript, line ends and JSON could spoil. */
const HARD = 'l’été\\ "quoted" \n\r\t\u2028 🌻 {"hint":{}}'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is held in memory, in bytes. */
function memory(): number {
	// Buffers are given back beside the program after a collection, late on a busy machine; the next one waits for that.
	collectGarbage()
	collectGarbage()
	const { arrayBuffers, heapUsed } = process.memoryUsage()
	return arrayBuffers + heapUsed
}

describe('a backup', () => {
	const database = withDatabase()
	const folder = mkdtempSync(join(tmpdir(), 'emancipasso-backup-'))
	let file: string
	let said: string[]
	let count = 0

	beforeEach(() => {
		file = join(folder, `${count++}.backup`)
		said = []
	})
	afterAll(async () => {
		await rm(folder, { recursive: true })
	})

	const backUp = (from: Pick<Database, 'kind' | 'kysely'> = database) => writeBackup({ ...database, ...from }, file, backupRules, (line) => said.push(line))
	const restore = (options: { replace?: boolean, into?: Database, of?: string } = {}) => restoreBackup(options.into ?? database, options.of ?? file, { migrations, rules: backupRules, replace: options.replace ?? false, say: (line) => said.push(line) })

	/** Every row of every table as text. */
	async function rowsOf({ kysely }: Pick<Database, 'kysely'>): Promise<Record<string, string[]>> {
		const all: Record<string, string[]> = {}
		for (const table of await tablesInOrder(kysely)) {
			const { rows } = await sql<{ row: string }>`select to_json(one)::text as row from ${sql.id(table)} as one`.execute(kysely)
			all[table] = rows.map(({ row }) => row.replaceAll('Z"', '+00:00"')).sort()
		}
		return all
	}

	/** What a restore changes: claims, hints, the name of the feed, and what is true for a moment only. */
	function lasting(tables: Record<string, string[]>): Record<string, string[]> {
		return Object.fromEntries(Object.entries(tables).filter(([name]) => !['hint', 'change_counter', ...backupRules.momentary].includes(name)))
	}

	async function addHardRow(kysely: Kysely<Tables>): Promise<void> {
		await sql`insert into instance (id, name) values ('hard', ${HARD})`.execute(kysely)
	}

	it('brings back every row of every table, whatever is in it, and says how many', async () => {
		await fillSchema(database.kysely)
		await addHardRow(database.kysely)
		const before = await rowsOf(database)
		await backUp()
		await sql`delete from need`.execute(database.kysely)
		await sql`update instance set name = 'other'`.execute(database.kysely)

		await restore({ replace: true })
		expect(lasting(await rowsOf(database))).toEqual(lasting(before))
		expect(Object.keys(lasting(before)).length).toBeGreaterThan(15)
		expect(said.filter((line) => line === 'instance: 2 rows')).toHaveLength(2)
	})

	it('is readable by its owner only, and not written over another', async () => {
		await addHardRow(database.kysely)
		await backUp()
		expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
		await expect(backUp()).rejects.toThrow('is there already')
	})

	it('holds tokens as fingerprints, and nothing that opens a door or is true for a moment only', async () => {
		await fillSchema(database.kysely)
		await backUp()
		const { tables } = JSON.parse(gunzipSync(readFileSync(file)).toString().split('\n', 1)[0] ?? '') as { tables: Record<string, number> }
		expect(tables).toHaveProperty('instance_token', 1)
		expect(Object.keys(tables).filter((name) => /session|nonce|gate|request_count/.test(name))).toEqual([])

		await restore({ replace: true })
		const after = await rowsOf(database)
		expect(backupRules.momentary.flatMap((name) => after[name] ?? [])).toEqual([])
	})

	it('lets numbers that the database gives go on after the highest', async () => {
		await fillSchema(database.kysely)
		await backUp()
		await restore({ replace: true })
		await sql`insert into need_history (need_id, revision, status, publication, reason) select id, 2, 'published', '{}', 'corrected' from need`.execute(database.kysely)
		const { rows } = await sql<{ count: number }>`select count(distinct id) as count from need_history`.execute(database.kysely)
		expect(rows[0]?.count).toBe(2)
	})

	it('is not restored over data unless asked to, and an empty database needs no asking', async () => {
		await addHardRow(database.kysely)
		await backUp()
		await expect(restore()).rejects.toThrow(/not empty \(instance\).*--replace/)
		await sql`delete from instance`.execute(database.kysely)
		await restore()
		expect((await rowsOf(database)).instance).toHaveLength(1)
	})

	it.each([
		['is cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), /cut off/],
		['was cut before it was compressed', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n')), /cut off/],
		['was changed', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('Nantes', 'Rennes')), /checksum does not fit/],
		['is something else', () => Buffer.from('a letter'), /no backup/],
		['is something else that is compressed', () => gzipSync('a letter\n'), /no backup/],
		['was written by a newer connector', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"migrations":[', '"migrations":["2999-later",')), /newer connector.*Update first/],
	])('that %s is refused in words and leaves everything as it was', async (_, spoil, words) => {
		await sql`insert into instance (id, name) values ('i', 'Nantes')`.execute(database.kysely)
		await backUp()
		const spoilt = `${file}.spoilt`
		writeFileSync(spoilt, spoil(readFileSync(file)))
		const before = await rowsOf(database)
		await expect(restore({ replace: true, of: spoilt })).rejects.toThrow(words)
		expect(await rowsOf(database)).toEqual(before)
	})

	it('that is not there is a sentence', async () => {
		await expect(restore({ of: `${file}.missing` })).rejects.toThrow(new StartError(`There is no file ${file}.missing`))
	})

	it('of an older version is brought up to date with its rows', async () => {
		const old = await embeddedDatabase(await startPGlite(undefined))
		const names = Object.keys(migrations).sort()
		await migrate(old, Object.fromEntries(names.slice(0, 5).map((name) => [name, migrations[name]!])))
		await addHardRow(old.kysely)
		await backUp(old)
		await old.close()

		await restore()
		expect(JSON.parse((await rowsOf(database)).instance?.[0] ?? '{}')).toMatchObject({ name: HARD })
		expect(await migrate(database, migrations)).toEqual([])
	})

	it('throws away nothing that is not the connector’s', async () => {
		await backUp()
		await sql`create table precious (text text)`.execute(database.kysely)
		await expect(restore({ replace: true })).rejects.toThrow(/does not know \(precious\)/)
		await sql`drop table precious`.execute(database.kysely)
	})

	it('gives the feed a new name, frees what was held, and has every record compared', async () => {
		await fillSchema(database.kysely)
		await leaveHint(database.kysely, 'need-held', 'published')
		await sql`update hint set claim = '01900000-0000-7000-8000-000000000001', claimed_until = now() + interval '1 hour'`.execute(database.kysely)
		await backUp()
		await restore({ replace: true })

		const hints = await database.kysely.selectFrom('hint').selectAll().execute()
		expect(hints.filter(({ claim }) => claim !== null)).toEqual([])
		expect(hints.map(({ record }) => record)).toEqual(expect.arrayContaining(['need-held', 'need-01900000-0000-7000-8000-000000000001']))
		expect((await database.kysely.selectFrom('change_counter').select('feed').execute())[0]?.feed).toMatch(/^[0-9a-f-]{36}$/)
	})

	it('goes from the embedded database to a server', async ({ skip }) => {
		skip(!onPostgres, 'needs TEST_DATABASE=postgres')
		const embedded = await testPGlite()
		await fillSchema(embedded.kysely)
		await addHardRow(embedded.kysely)
		await backUp(embedded)
		await restore()
		expect(lasting(await rowsOf(database))).toEqual(lasting(await rowsOf(embedded)))
		await embedded.close()
	})

	it('is not restored while a connector uses the database', async ({ skip }) => {
		skip(!onPostgres, 'needs TEST_DATABASE=postgres')
		await backUp()
		const other = await openServer(database.url ?? '')
		await expect(restore({ replace: true })).rejects.toThrow('Stop all of them first')
		await other.close()
	})

	it('is of one moment while others write, and takes no more memory for many rows, there and back', async () => {
		// All rows together have 82 MB.
		await sql`insert into instance (id, name) select number::text, repeat('long text ', 400) from generate_series(1, 20500) as number`.execute(database.kysely)
		await sql`insert into vanished_topic (record_id, why) values ('need-1', 'lost')`.execute(database.kysely)
		const start = memory()
		const taken: number[] = []
		let deleted: Promise<unknown> | undefined
		const listen = (line: string) => {
			said.push(line)
			if (/^instance: 2\d{4} of 20500 rows so far$/.test(line)) {
				taken.push(memory() - start)
				deleted ??= onPostgres ? database.kysely.deleteFrom('vanished_topic').execute() : undefined
			}
		}
		await writeBackup(database, file, backupRules, listen)
		await deleted
		await restoreBackup(database, file, { migrations, rules: backupRules, replace: true, say: listen })
		expect(said.filter((line) => ['instance: 20500 rows', 'vanished_topic: 1 row'].includes(line))).toHaveLength(4)
		expect(taken).toHaveLength(2)
		// The embedded database is in this memory too.
		expect(Math.max(...taken)).toBeLessThan(onPostgres ? 15_000_000 : 70_000_000)
	})
})
