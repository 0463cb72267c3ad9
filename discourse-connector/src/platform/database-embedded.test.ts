/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { lockForWriting } from './writer-lock.ts'

const WRITER = `
	import { openDatabase } from '${join(import.meta.dirname, 'database.ts')}'
	import { sql } from 'kysely'
	const { kysely } = await openDatabase({ dataDirectory: process.argv[1] })
	await sql\`create table if not exists row (number integer generated always as identity)\`.execute(kysely)
	for (;;) {
		const { rows: [row] } = await sql\`insert into row default values returning number\`.execute(kysely)
		console.log(row.number)
	}
`

// Each test makes a database from nothing, which takes a busy machine a while.
describe('the embedded database', { timeout: 120_000 }, () => {
	let directory: string

	beforeEach(() => {
		directory = mkdtempSync(join(tmpdir(), 'emancipasso-embedded-'))
	})

	afterEach(() => {
		rmSync(directory, { recursive: true, force: true })
	})

	it('can be read by its owner only', async () => {
		const database = await openDatabase({ dataDirectory: join(directory, 'data') })
		await database.close()

		expect(statSync(join(directory, 'data')).mode & 0o777).toBe(0o700)
	})

	it('survives kill -9 while it writes, and lets the next process in at once', async () => {
		for (let round = 0; round < 3; round++) {
			const writer = spawn(process.execPath, ['--input-type=module-typescript', '--eval', WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname })
			let acknowledged = 0
			for await (const line of createInterface({ input: writer.stdout })) {
				acknowledged = Number(line)
				if (acknowledged % 50 === 49) {
					writer.kill('SIGKILL')
				}
			}
			const database = await openDatabase({ dataDirectory: directory })
			const { rows } = await sql<{ most: number }>`select max(number) as most from row`.execute(database.kysely)
			await database.close()

			expect(acknowledged).toBeGreaterThan(0)
			expect(rows[0]?.most).toBeGreaterThanOrEqual(acknowledged)
		}
	})

	it('refuses a second process with a sentence', async () => {
		const writer = spawn(process.execPath, ['--input-type=module-typescript', '--eval', WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname })
		try {
			await new Promise((resolve) => writer.stdout.once('data', resolve))

			await expect(openDatabase({ dataDirectory: directory })).rejects.toThrow('Another process uses the data')
		} finally {
			writer.kill('SIGKILL')
		}
	})

	it('refuses data of another version of PostgreSQL and says how to take it along', async () => {
		const database = await openDatabase({ dataDirectory: directory })
		await database.close()
		writeFileSync(join(directory, 'database', 'PG_VERSION'), '17\n')

		await expect(openDatabase({ dataDirectory: directory })).rejects.toThrow(/PostgreSQL 17.*database move/)
		// It lets go of what it could not open.
		lockForWriting(join(directory, 'writer.lock'))()
	})
})
