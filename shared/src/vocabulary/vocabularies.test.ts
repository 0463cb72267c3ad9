/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { regionOfDepartement, regions } from './regions.ts'
import { isInVocabulary, label, vocabularies } from './vocabularies.ts'

describe('vocabularies', () => {
	it.each(Object.entries(vocabularies))('%s has distinct ids and a label in French and English for each', (_name, entries) => {
		const ids = entries.map(({ id }) => id)
		expect(new Set(ids).size).toBe(ids.length)
		for (const entry of entries) {
			expect(entry.label.fr.trim(), entry.id).not.toBe('')
			expect(entry.label.en.trim(), entry.id).not.toBe('')
		}
	})

	it('shows a term in the language of the reader', () => {
		expect(label('services', 'digital-diagnosis', 'fr')).toBe('Diagnostic numérique')
		expect(label('services', 'digital-diagnosis', 'en')).toBe('Digital diagnosis')
	})

	it('shows the id of a term that a newer version added', () => {
		expect(label('services', 'made-tomorrow', 'fr')).toBe('made-tomorrow')
		expect(isInVocabulary('services', 'made-tomorrow')).toBe(false)
	})

	it('gives every region the country it belongs to', () => {
		for (const { id } of regions) {
			expect(isInVocabulary('countries', id.slice(0, 2)), id).toBe(true)
		}
	})

	it('knows the region of each département, Corsica and overseas included', () => {
		expect(['44', '2A', '974', '75', '99'].map(regionOfDepartement)).toEqual(['FR-PDL', 'FR-20R', 'FR-974', 'FR-IDF', undefined])
		expect(regions.flatMap((region) => ('departements' in region ? region.departements : []))).toHaveLength(96 + 5 + 6)
	})
})
