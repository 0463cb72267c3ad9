/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { mergePatch } from './merge-patch.ts'

test('a merge patch follows the examples of RFC 7396', () => {
	expect(mergePatch({ a: 'b', c: { d: 'e', f: 'g' } }, { a: 'z', c: { f: null } })).toEqual({ a: 'z', c: { d: 'e' } })
	expect(mergePatch({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] })
	expect(mergePatch({ a: 'c' }, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } })
	expect(mergePatch({ e: null }, { a: 1 })).toEqual({ e: null, a: 1 })
})

test('a key named __proto__ is data and changes no prototype', () => {
	const merged = mergePatch({}, JSON.parse('{"__proto__": {"admin": true}}') as Record<string, unknown>)
	expect(Object.keys(merged)).toEqual(['__proto__'])
	expect(({} as Record<string, unknown>).admin).toBeUndefined()
	expect(merged.admin).toBeUndefined()
})
