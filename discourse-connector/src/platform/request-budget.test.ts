/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { RequestBudget } from './request-budget.ts'
import { withDatabase } from './testing.ts'

describe('the budget of requests', () => {
	const database = withDatabase()
	let now = Date.UTC(2026, 10, 21, 12, 0, 10)

	async function passed(budgets: RequestBudget[], requests: number): Promise<number> {
		let count = 0
		for (let number = 0; number < requests; number++) {
			const wait = await budgets[number % budgets.length]?.spend('token')
			count += wait === 0 ? 1 : 0
		}
		return count
	}

	it('is shared by two processes', async () => {
		const budgets = [new RequestBudget(database, 100, () => now), new RequestBudget(database, 100, () => now)]
		const count = await passed(budgets, 300)

		expect(count).toBeGreaterThanOrEqual(95)
		expect(count).toBeLessThanOrEqual(110)
	})

	it('says how long to wait, and starts anew with the next minute', async () => {
		const budget = new RequestBudget(database, 20, () => now)
		await passed([budget], 20)
		expect(await budget.spend('token')).toBe(50)
		expect(await budget.spend('another')).toBe(0)

		now += 50_000
		expect(await budget.spend('token')).toBe(0)
	})

	it('writes nothing for a token that asks once in a while', async () => {
		await passed([new RequestBudget(database, 600, () => now)], 4)

		expect(await database.kysely.selectFrom('request_count').selectAll().execute()).toEqual([])
	})
})
