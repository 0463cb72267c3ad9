/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { isDatabaseAway } from './database-away.ts'
import { openDatabase } from './database.ts'
import { leaveHint } from './hints.ts'
import { onPostgres, withDatabase } from './testing.ts'

describe('a PostgreSQL server', () => {
	const database = withDatabase()

	it('that does not answer is a sentence about DATABASE_URL, without the password', async () => {
		const attempt = openDatabase({ databaseUrl: 'postgres://user:hunter2@127.0.0.1:1/name', dataDirectory: '' })

		await expect(attempt).rejects.toThrow(/DATABASE_URL cannot be opened.*ECONNREFUSED/)
		await expect(attempt).rejects.not.toThrow('hunter2')
	})

	it('is heard again after it cut the connection', async ({ skip }) => {
		skip(!onPostgres, 'needs TEST_DATABASE=postgres')
		let heard = 0
		let tell = Promise.withResolvers<void>()
		const stop = await database.listen('hint', () => {
			heard++
			tell.resolve()
		})
		await tell.promise
		tell = Promise.withResolvers()
		await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'emancipasso-listen' and datname = current_database()`.execute(database.kysely)
		await tell.promise
		tell = Promise.withResolvers()
		await leaveHint(database.kysely, 'need-1', 'published')
		await tell.promise

		expect(heard).toBe(3)
		await stop()
	})

	it('that cuts a statement is away, one that refuses a statement is not', async ({ skip }) => {
		skip(!onPostgres, 'needs TEST_DATABASE=postgres')
		const cut = await sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.kysely).catch((error: unknown) => error)
		expect(isDatabaseAway(cut)).toBe(true)

		await vi.waitFor(async () => {
			const refused = await sql`select 1 / 0`.execute(database.kysely).catch((error: unknown) => error)
			expect(isDatabaseAway(refused)).toBe(false)
		})
	})
})
