/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import table from '../../data/postcodes-fr.json' with { type: 'json' }
import { distanceKm } from './distance.ts'
import { departementOfPostcode, locatePostcode } from './postcode.ts'

function between(a: string, b: string): number {
	const [from, to] = [locatePostcode(table, a), locatePostcode(table, b)]
	return from && to ? distanceKm(from, to) : NaN
}

describe('distance', () => {
	it('is symmetric, nothing from a place to itself, and half the Earth at most', () => {
		const [nantes, lyon] = [{ lat: 47.218, lon: -1.554 }, { lat: 45.764, lon: 4.836 }]
		expect(distanceKm(nantes, nantes)).toBe(0)
		expect(distanceKm(nantes, lyon)).toBeCloseTo(distanceKm(lyon, nantes))
		expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015, 0)
	})
})

describe('French postcodes', () => {
	it('are where the towns are', () => {
		expect(between('44000', '35000')).toBeGreaterThan(90)
		expect(between('44000', '35000')).toBeLessThan(110)
		expect(between('75001', '13001')).toBeGreaterThan(640)
		expect(between('75001', '13001')).toBeLessThan(680)
		expect(between('97400', '97600')).toBeGreaterThan(1300)
	})

	it('tell the arrondissements of Paris apart', () => {
		expect(between('75011', '75013')).toBeGreaterThan(3)
	})

	it('are accepted with the spaces people type', () => {
		expect(locatePostcode(table, ' 44 000 ')).toEqual(locatePostcode(table, '44000'))
	})

	it('say that they are approximate when they stand at the centre of their département', () => {
		expect(locatePostcode(table, '44041')).toMatchObject({ departement: '44', approximate: true })
		expect(locatePostcode(table, '44000')).toMatchObject({ departement: '44', approximate: false })
	})

	it('exist or are not found, never guessed', () => {
		expect(['', 'abcde', '4400', '00000', '99999', '__proto__'].map((typed) => locatePostcode(table, typed))).toEqual(Array(6).fill(undefined))
	})

	it('announce their département, Corsica and overseas included', () => {
		expect(['44000', '20000', '20200', '97400', '98800', 'x'].map(departementOfPostcode)).toEqual(['44', '2A', '2B', '974', '988', undefined])
	})

	it('cover every département, four fifths of them within a few kilometres', () => {
		expect(Object.keys(table.departements).length).toBeGreaterThanOrEqual(101)
		const entries = Object.values<readonly (number | string)[]>(table.postcodes)
		expect(entries.filter((entry) => entry.length === 3).length / entries.length).toBeGreaterThan(0.8)
	})
})
