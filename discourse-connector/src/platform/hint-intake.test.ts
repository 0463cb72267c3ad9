/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { hintIntake } from './hint-intake.ts'
import { withDatabase } from './testing.ts'

describe('the intake of hints', () => {
	const database = withDatabase()

	it('has every hint in the database before it says so', async () => {
		const leave = hintIntake(database)
		await Promise.all(Array.from({ length: 500 }, async (_, number) => {
			await leave([{ record: `topic-${number % 100}`, reason: 'webhook post_created' }])
			const row = await database.kysely.selectFrom('hint').select('record').where('record', '=', `topic-${number % 100}`).executeTakeFirst()
			expect(row).toBeDefined()
		}))

		expect(await database.kysely.selectFrom('hint').select('record').execute()).toHaveLength(100)
	})

	it('says so when a hint could not be kept, and works again afterwards', async () => {
		const leave = hintIntake(database)
		const bad = leave([{ record: 'topic-\u0000', reason: 'a text that the database refuses' }])

		await expect(bad).rejects.toThrow()
		await leave([{ record: 'topic-1', reason: 'webhook' }])
		expect(await database.kysely.selectFrom('hint').select('record').execute()).toEqual([{ record: 'topic-1' }])
	})
})
