/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withDatabase } from './testing.ts'

describe('a transaction', () => {
	const database = withDatabase()

	it('refuses a statement that goes around it at once, instead of waiting for ever', async () => {
		const attempt = database.kysely.transaction().execute(async () => {
			await sql`select 1`.execute(database.kysely)
		})

		await expect(attempt).rejects.toThrow('went around the open transaction')
	})

	it('does not take in or undo what others write meanwhile', async () => {
		const started = Promise.withResolvers<void>()
		const other = Promise.withResolvers<void>()
		const failing = database.kysely.transaction().execute(async (transaction) => {
			await hint(transaction, 'need-mine')
			started.resolve()
			if (database.kind === 'postgres') {
				await other.promise
			}
			throw new Error('changed my mind')
		})
		await started.promise
		const writing = hint(database.kysely, 'need-other').then(() => other.resolve())

		await expect(failing).rejects.toThrow('changed my mind')
		await writing
		expect(await database.kysely.selectFrom('hint').select('record').execute()).toEqual([{ record: 'need-other' }])
	})

	it('returns large whole numbers as numbers', async () => {
		const { rows } = await sql`select 9007199254740991::bigint as large, count(*) as counted from hint`.execute(database.kysely)

		expect(rows).toEqual([{ large: 9007199254740991, counted: 0 }])
	})

	async function hint(kysely: typeof database.kysely, record: string) {
		await kysely.insertInto('hint').values({ record, reason: 'test', priority: 0 }).execute()
	}
})
