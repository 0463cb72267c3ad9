/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { joinPatches, mergePatch } from './merge-patch.ts'

test('a merge patch follows the examples of RFC 7396', () => {
	expect(mergePatch({ a: 'b', c: { d: 'e', f: 'g' } }, { a: 'z', c: { f: null } })).toEqual({ a: 'z', c: { d: 'e' } })
	expect(mergePatch({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] })
	expect(mergePatch({ a: 'c' }, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } })
	expect(mergePatch({ e: null }, { a: 1 })).toEqual({ e: null, a: 1 })
})

test('two patches joined do what they do one after the other, or are not joined', () => {
	const document = { a: { b: 1, c: { d: 2 } }, e: [1] }
	const patches = [{}, { a: null }, { a: { b: null } }, { a: { c: { d: null, f: {} } } }, { a: 7, e: [] }, { a: {}, g: { h: null } }]
	for (const [first, second] of patches.flatMap((one) => patches.map((other) => [one, other] as const))) {
		const joined = joinPatches(first, second)
		expect(joined === null || mergePatch(document, joined)).toEqual(joined === null || mergePatch(mergePatch(document, first), second))
	}
	expect(joinPatches({ a: null }, { a: { b: 1 } })).toBeNull()
	expect(joinPatches({ a: { b: 1 } }, { a: { c: null } })).toEqual({ a: { b: 1, c: null } })
})

test('a key named __proto__ is data and changes no prototype', () => {
	const merged = mergePatch({}, JSON.parse('{"__proto__": {"admin": true}}') as Record<string, unknown>)
	expect(Object.keys(merged)).toEqual(['__proto__'])
	expect(({} as Record<string, unknown>).admin).toBeUndefined()
	expect(merged.admin).toBeUndefined()
})
