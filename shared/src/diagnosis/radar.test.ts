/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { onAxis, radarOutline, radarRing } from './radar.ts'

describe('a radar', () => {
	it('begins at the top and goes clockwise', () => {
		expect([0, 1, 2, 3].map((axis) => onAxis(axis, 4, 1))).toEqual([{ x: 0, y: -1 }, { x: 1, y: 0 }, { x: 0, y: 1 }, { x: -1, y: 0 }])
	})

	it('rings at equal distance from the centre', () => {
		expect(radarRing(4, 0.5)).toBe('0,-0.5 0.5,0 0,0.5 -0.5,0')
	})

	it('closes its outline when everything is known', () => {
		const { fields, line } = radarOutline([1, 1, 1, 1])
		expect(fields).toHaveLength(4)
		expect(line).toBe('M0,-1L1,0M1,0L0,1M0,1L-1,0M-1,0L0,-1')
	})

	it('makes nothing up beside what is unknown', () => {
		const { points, fields, line } = radarOutline([1, null, 1, 0])
		expect(points.map((point) => point !== null)).toEqual([true, false, true, true])
		expect(fields).toHaveLength(2)
		expect(line).toBe('M0,1L0,0M0,0L0,-1')
		expect(radarOutline([null, null, null])).toEqual({ points: [null, null, null], fields: [], line: '' })
	})
})
