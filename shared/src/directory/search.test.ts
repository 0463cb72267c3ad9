/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DirectoryQuery } from './search.ts'

import { describe, expect, it } from 'vitest'
import examples from '../../data/example-providers.json' with { type: 'json' }
import table from '../../data/postcodes-fr.json' with { type: 'json' }
import { locatePostcode } from '../geography/postcode.ts'
import { Provider } from './provider.ts'
import { publicProvider } from './public-provider.ts'
import { buildDirectoryIndex, searchDirectory, UnknownCursorError } from './search.ts'

const cards = examples.map((example) => publicProvider(Provider.parse(example)))
const index = buildDirectoryIndex(cards, '1-abc')
const search = (query: DirectoryQuery) => searchDirectory(index, { limit: 40, ...query })
const names = (query: DirectoryQuery) => search(query).items.map(({ provider }) => provider.name)

function placeOf(postcode: string) {
	const place = locatePostcode(table, postcode)
	if (place === undefined) {
		throw new Error(`No such postcode: ${postcode}`)
	}
	return place
}

describe('searching by words', () => {
	it('finds the mediation of Nantes first for “mediaton nante”', () => {
		expect(names({ text: 'mediaton nante' })[0]).toContain('Médiation numérique Nantes')
	})

	it.each([
		['without accents', 'mediation numerique nantes'],
		['in capitals', 'MÉDIATION NANTES'],
		['by an unfinished word', 'médiat nant'],
		['with punctuation', '« médiation », Nantes !'],
		['with two letters swapped', 'meidation nantse'],
		['in the other order', 'nantes médiation'],
		['by postcode', 'médiation 44000'],
	])('finds it %s', (_case, text) => {
		expect(names({ text })[0]).toContain('Médiation numérique Nantes')
	})

	it('finds by region, country and service in both languages', () => {
		expect(names({ text: 'brittany' }).join()).toContain('Ker Libre')
		expect(names({ text: 'roumanie' }).join()).toContain('Cluj')
		expect(names({ text: 'data migration lyon' }).length).toBeGreaterThan(0)
	})

	it('does not look for the little words', () => {
		expect(search({ text: 'une formation pour les bénévoles' }).total).toBe(search({ text: 'formation bénévoles' }).total)
	})

	it('gives those that have the most of the words when nobody has them all', () => {
		expect(names({ text: 'médiation nantes hydroglisseur' })[0]).toContain('Médiation numérique Nantes')
	})

	it('finds nothing rather than anything', () => {
		expect(search({ text: 'hydroglisseur' })).toMatchObject({ items: [], total: 0, facets: { service: {} } })
	})

	it('says where each word was found', () => {
		const [first] = search({ text: 'mediaton nante' }).items
		expect(first?.matched.find(({ field }) => field === 'name')?.words).toEqual(expect.arrayContaining(['mediation', 'nantes']))
	})

	it('does not stumble over what inherits from every object', () => {
		expect(search({ text: '__proto__ constructor toString' }).total).toBeLessThan(cards.length)
	})
})

describe('filters and their counts', () => {
	it('keeps only those who do what is asked', () => {
		for (const { provider } of search({ service: ['hosting'], associationSize: ['staff-1-5'] }).items) {
			expect(provider.services).toContain('hosting')
			expect(provider.associationSizes).toContain('staff-1-5')
		}
	})

	it('counts for each value what choosing it would leave, the other filters staying', () => {
		const { facets } = search({ service: ['hosting'], country: ['FR'] })
		for (const [service, count] of Object.entries(facets.service)) {
			expect(search({ service: [service], country: ['FR'] }).total, service).toBe(count)
		}
		for (const [region, count] of Object.entries(facets.region)) {
			expect(search({ service: ['hosting'], country: ['FR'], region: [region] }).total, region).toBe(count)
		}
		expect(Object.keys(facets.country)).toContain('BE')
	})

	it('widens with several values of one filter', () => {
		const [both, one, other] = [['BE', 'RO'], ['BE'], ['RO']].map((country) => search({ country }).total)
		expect(both).toBe((one ?? 0) + (other ?? 0))
	})

	it('counts within what the text found', () => {
		const { total, facets } = search({ text: 'nantes' })
		expect(Math.max(...Object.values(facets.service))).toBeLessThanOrEqual(total)
	})

	it('finds by region those who go there, not only those who are there', () => {
		expect(names({ region: ['FR-976'] }).join()).toContain('La Kaz numérik')
	})

	it('leaves nobody for a value that nobody has', () => {
		expect(search({ service: ['made-tomorrow'] }).total).toBe(0)
	})
})

describe('order', () => {
	it('is by distance when a place is given, those without a place last', () => {
		const nowhere = cards.slice(0, 1).map((card) => ({ ...card, id: 'x--nowhere', address: { commune: 'Atlantide', country: 'FR' as const } }))
		const page = searchDirectory(buildDirectoryIndex([...nowhere, ...cards]), { place: placeOf('44000'), limit: 41 })
		const distances = page.items.map(({ distanceKm }) => distanceKm ?? Infinity)
		expect(distances).toEqual(distances.toSorted((a, b) => a - b))
		expect(page.items[0]).toMatchObject({ provider: { address: { commune: 'Nantes' } }, distanceKm: 0 })
		expect(page.items.at(-1)?.provider.id).toBe('x--nowhere')
		expect(page.items.at(-1)).not.toHaveProperty('distanceKm')
	})

	it('can stay by relevance with a place, which still gives distances', () => {
		const [first] = search({ text: 'médiation nantes', place: placeOf('67000'), order: 'relevance' }).items
		expect(first?.provider.address.commune).toBe('Nantes')
		expect(first?.distanceKm).toBeGreaterThan(600)
	})

	it('without words is the same for everyone and dealt anew by each edition', () => {
		const again = (seed: string, list = cards) => searchDirectory(buildDirectoryIndex(list, seed), { limit: 40 }).items.map(({ provider }) => provider.id)
		expect(again('1-abc', cards.toReversed())).toEqual(again('1-abc'))
		expect(again('2-def')).not.toEqual(again('1-abc'))
	})
})

describe('pages', () => {
	it('give everyone once', () => {
		const seen: string[] = []
		let cursor: string | undefined
		do {
			const page = searchDirectory(index, { limit: 7, ...(cursor === undefined ? {} : { cursor }) })
			seen.push(...page.items.map(({ provider }) => provider.id))
			cursor = page.next
		} while (cursor !== undefined)
		expect(seen).toHaveLength(40)
		expect(new Set(seen).size).toBe(40)
	})

	it('refuse a cursor that was never given', () => {
		expect(() => search({ cursor: '../../etc' })).toThrow(UnknownCursorError)
	})
})
