/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import examples from '../../data/example-providers.json' with { type: 'json' }
import solutionsPack from '../../data/solutions.json' with { type: 'json' }
import { departementOfPostcode } from '../geography/postcode.ts'
import { regionOfDepartement } from '../vocabulary/regions.ts'
import { Provider } from './provider.ts'

const providers = z.array(Provider).parse(examples)

describe('the example providers', () => {
	it('are forty, each with its own id', () => {
		expect(providers).toHaveLength(40)
		expect(new Set(providers.map(({ id }) => id)).size).toBe(40)
	})

	it('say that they are examples wherever their name stands', () => {
		for (const { name, example, description } of providers) {
			expect(example, name).toBe(true)
			expect(name).toMatch(/\(exemple\)$/)
			expect(description.long?.fr, name).toContain('n’existe pas')
		}
	})

	it('reach nobody: addresses at example.org, numbers kept for fiction', () => {
		const text = JSON.stringify(examples)
		for (const address of text.match(/[^"/\s]+@[^"\s]+/g) ?? []) {
			expect(address).toMatch(/@example\.org$/)
		}
		for (const address of text.match(/https?:\/\/[^/"]+/g) ?? []) {
			expect(address).toBe('https://example.org')
		}
		for (const { contacts } of providers) {
			expect(contacts.phone?.value ?? '+33 1 99 00').toMatch(/^\+33 1 99 00/)
		}
	})

	it('are spread over France and overseas, Belgium, Catalonia and Romania', () => {
		const regions = new Set(providers.map(({ address }) => address.region))
		expect(regions.size).toBeGreaterThanOrEqual(20)
		for (const region of ['FR-971', 'FR-974', 'FR-976', 'BE-BRU', 'BE-WAL', 'ES-CT', 'RO-CJ'] as const) {
			expect(regions).toContain(region)
		}
	})

	it('are where their postcode says', () => {
		for (const { name, address } of providers) {
			if (address.country === 'FR') {
				expect(regionOfDepartement(departementOfPostcode(address.postcode ?? '') ?? ''), name).toBe(address.region)
			}
			expect(address.lat, name).toBeTypeOf('number')
		}
	})

	it('use each service, size, modality, legal form and price model, and contacts with and without consent', () => {
		const used = (of: (provider: Provider) => readonly (string | undefined)[]) => new Set(providers.flatMap(of)).size
		expect(used(({ services }) => services)).toBe(15)
		expect(used(({ associationSizes }) => associationSizes)).toBe(5)
		expect(used(({ modalities }) => modalities)).toBe(5)
		expect(used(({ legalForm }) => [legalForm])).toBe(7)
		expect(used(({ pricing }) => pricing?.models ?? [])).toBe(5)
		expect(used(({ contacts }) => [contacts.roleEmail?.consent])).toBeGreaterThanOrEqual(3)
	})

	it('obey the rules of admission: accompaniment beside technique, several solutions, a reference', () => {
		const known = new Set(solutionsPack.solutions.map(({ id }) => id))
		for (const { name, services, solutions, references } of providers) {
			expect(services.some((service) => service !== 'hosting' && service !== 'custom-development'), name).toBe(true)
			expect(solutions.length, name).toBeGreaterThanOrEqual(2)
			expect(solutions.filter((id) => !known.has(id)), name).toEqual([])
			expect(references.length, name).toBeGreaterThanOrEqual(1)
		}
	})
})
