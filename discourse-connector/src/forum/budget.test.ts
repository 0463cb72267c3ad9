/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { CallBudget } from './budget.ts'

it('never lets more calls through in any minute than one and a half times the rate, nor more in the long run than the rate', async () => {
	let time = 0
	const budget = new CallBudget(30, () => time, async (milliseconds) => {
		time += milliseconds
	})
	const calls: number[] = []
	for (let count = 0; count < 300; count++) {
		await budget.take()
		calls.push(time)
	}
	const inMinute = calls.map((start) => calls.filter((call) => call >= start && call < start + 60_000).length)
	expect(Math.max(...inMinute)).toBeLessThanOrEqual(45)
	expect(time).toBeGreaterThan(9 * 60_000)
	expect(calls.filter((call) => call === 0)).toHaveLength(15)
})

it('lets callers through in the order in which they came', async () => {
	let time = 0
	const budget = new CallBudget(2, () => time, async (milliseconds) => {
		time += milliseconds
	})
	const order: number[] = []
	await Promise.all([1, 2, 3, 4].map(async (caller) => {
		await budget.take()
		order.push(caller)
	}))
	expect(order).toEqual([1, 2, 3, 4])
})

it('refuses who waits and who comes once it is closed', async () => {
	const budget = new CallBudget(1)
	await budget.take()
	const waiting = budget.take()
	budget.close()
	await expect(waiting).rejects.toThrow()
	await expect(budget.take()).rejects.toThrow()
})
