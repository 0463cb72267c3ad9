/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { applyPatch, createPatch, mergeChoosing, mergeThreeWay } from './merge-patch.ts'

describe('merge patches', () => {
	const before = { title: 'A', answers: { one: 'x', two: ['a', 'b'] }, gone: 1 }
	const after = { title: 'A', answers: { one: 'y', two: ['a', 'b'], three: 'z' } }

	it('hold only what changed, and turn one document into the other', () => {
		const patch = createPatch(before, after)
		expect(patch).toEqual({ answers: { one: 'y', three: 'z' }, gone: null })
		expect(applyPatch(before, patch)).toEqual(after)
		expect(before.answers.one).toBe('x')
	})

	it('replace lists whole', () => {
		expect(createPatch({ list: [1, 2] }, { list: [2] })).toEqual({ list: [2] })
	})
})

describe('joining two people’s changes', () => {
	it('keeps both when they are in different places', () => {
		const { merged, conflicts } = mergeThreeWay({ answers: { a: '1' } }, { answers: { a: '1', b: '2' } }, { answers: { a: '1', c: '3' } })
		expect(merged).toEqual({ answers: { a: '1', b: '2', c: '3' } })
		expect(conflicts).toEqual([])
	})

	it('is no conflict when both wrote the same', () => {
		expect(mergeThreeWay({ a: '1' }, { a: '2' }, { a: '2' }).conflicts).toEqual([])
	})

	it('names the place that both changed, also when one of them removed it', () => {
		expect(mergeThreeWay({ a: '1', b: { c: 'x' } }, { a: '2', b: {} }, { a: '3', b: { c: 'y' } }).conflicts).toEqual([
			{ path: ['a'], ours: '2', theirs: '3' },
			{ path: ['b', 'c'], ours: null, theirs: 'y' },
		])
	})

	it('lets one of them win, and keeps everything else', () => {
		const [base, ours, theirs] = [{ a: '1', b: { c: 'x' } }, { a: '2', b: {}, mine: true }, { a: '3', b: { c: 'y' }, yours: true }]
		expect(mergeChoosing(base, ours, theirs, 'ours')).toEqual({ a: '2', b: {}, mine: true, yours: true })
		expect(mergeChoosing(base, ours, theirs, 'theirs')).toEqual({ a: '3', b: { c: 'y' }, mine: true, yours: true })
	})
})
