/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstOf } from './first-of.ts'

it('gives the beginning of the sorted list, however long the list and the beginning are', () => {
	const compare = (a: number, b: number) => a - b
	fc.assert(fc.property(fc.uniqueArray(fc.integer(), { maxLength: 300 }), fc.nat({ max: 60 }), (list, count) => {
		expect(firstOf(list, count, compare)).toEqual(list.toSorted(compare).slice(0, count))
	}))
})
