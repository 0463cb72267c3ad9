/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { fairOrder } from './fair-order.ts'

describe('the fair order', () => {
	it('gives every provider a rank of its own', () => {
		const ids = Array.from({ length: 100 }, (_, number) => `p--${number}`)
		expect(fairOrder(ids, 'x').toSorted((a, b) => a - b)).toEqual(ids.map((_, rank) => rank))
	})

	it('depends on who is in the directory, not on how the list came', () => {
		const ids = ['a--1', 'b--2', 'c--3']
		expect(fairOrder(ids.toReversed(), 'x')).toEqual(fairOrder(ids, 'x').toReversed())
	})

	it('favours nobody: over many editions each comes first about as often', () => {
		const first = [0, 0, 0, 0]
		for (let edition = 0; edition < 2000; edition++) {
			const winner = fairOrder(['p--1', 'p--2', 'p--3', 'p--4'], `${edition}`).indexOf(0)
			first[winner] = (first[winner] ?? 0) + 1
		}
		expect(first.every((times) => times > 400 && times < 600)).toBe(true)
	})
})
