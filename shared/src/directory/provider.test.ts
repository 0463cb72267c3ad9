/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import examples from '../../data/example-providers.json' with { type: 'json' }
import { freshness } from './freshness.ts'
import { Provider, ProviderCard } from './provider.ts'
import { publicProvider } from './public-provider.ts'

const nantes = Provider.parse(examples[0])

describe('a provider', () => {
	it.each([
		['HTML in the name', { name: 'Chez <script>alert(1)</script>' }],
		['a name that turns the reading direction', { name: 'Nantes \u202egro.elpmaxe' }],
		['a name of two lines', { name: 'Nantes\nLyon' }],
		['an endless name', { name: 'N'.repeat(161) }],
		['an unknown service', { services: ['magic'] }],
		['a service twice', { services: ['training', 'training'] }],
		['a script as website', { contacts: { website: { value: 'javascript:alert(1)', consent: 'listed-contact' } } }],
		['a contact without consent stated', { contacts: { roleEmail: { value: 'a@example.org' } } }],
		['an id that names no source', { id: 'nantes' }],
		['a date that does not exist', { updatedAt: '2026-02-30' }],
		['a field nobody knows', { rating: 5 }],
	])('is refused with %s', (_case, change) => {
		expect(Provider.safeParse({ ...nantes, ...change }).success).toBe(false)
	})

	it('may say little: name, place, source and what it does', () => {
		const { id, name, description, address, source, updatedAt, status } = nantes
		expect(Provider.parse({ id, name, description, address, source, updatedAt, status, contacts: {} }).services).toEqual([])
	})
})

describe('what the public sees of a provider', () => {
	const secret = 'secret@example.org'
	const whole: Provider = {
		...nantes,
		contacts: {
			roleEmail: { value: secret, consent: 'didnotask' },
			phone: { value: '+33 1 99 00 00 99', consent: 'relay-only' },
			website: { value: 'https://example.org/', consent: 'listed-contact' },
			socials: [{ value: 'https://example.org/unlisted', consent: 'didnotask' }],
		},
		sourceFields: { telephone: '+33 1 99 00 00 98' },
	}

	it('has the contacts that were agreed to and no trace of the others', () => {
		const card = publicProvider(whole)
		expect(card.contacts).toEqual({ website: 'https://example.org/', socials: [] })
		expect(card.hiddenContacts).toBe(true)
		const text = JSON.stringify(card)
		for (const hidden of [secret, '99 00 00 99', '99 00 00 98', 'unlisted', 'didnotask', 'relay-only']) {
			expect(text).not.toContain(hidden)
		}
	})

	it('names an association only if it agreed, and never by the address of its evidence', () => {
		const [named, silent] = publicProvider({
			...whole,
			references: nantes.references.map((reference) => ({ ...reference, evidence: { kind: 'web-page', url: 'https://example.org/who' } })),
		}).references
		expect(named).toMatchObject({ association: 'Les Jardins du Sillon (exemple)', evidence: { url: 'https://example.org/who' } })
		expect(silent).not.toHaveProperty('association')
		expect(silent?.evidence).toEqual({ kind: 'web-page' })
		expect(silent?.descriptor.fr).toContain('aide aux familles')
	})

	it('is a valid card for every example', () => {
		for (const example of examples) {
			const card = publicProvider(Provider.parse(example))
			expect(ProviderCard.parse(card)).toEqual(card)
		}
	})
})

describe('freshness', () => {
	it('is full for six months and gone after two years', () => {
		expect(freshness('2026-06-01', '2026-11-01')).toBe(1)
		expect(freshness('2024-11-01', '2026-11-02')).toBe(0)
		expect(freshness('2025-08-01', '2026-11-01')).toBeCloseTo(0.5, 1)
		expect(freshness('2026-12-01', '2026-11-01')).toBe(1)
	})
})
