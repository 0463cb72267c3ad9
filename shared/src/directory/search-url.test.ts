/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SharedSearch } from './search-url.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { associationSizes } from '../vocabulary/association-sizes.ts'
import { regions } from '../vocabulary/regions.ts'
import { services } from '../vocabulary/services.ts'
import { searchFromUrl, searchToUrl } from './search-url.ts'

const someIds = (entries: readonly { id: string }[]) => fc.uniqueArray(fc.constantFrom(...entries.map(({ id }) => id)), { minLength: 1, maxLength: 3 })
const trimmed = (maxLength: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((text) => text.trim()).filter((text) => text !== '' && text.length <= maxLength)

describe('the address of a search', () => {
	it('gives back the search it was made from', () => {
		const searches = fc.record({
			text: trimmed(200),
			postcode: trimmed(12),
			order: fc.constantFrom('relevance', 'distance', 'fair'),
			service: someIds(services),
			associationSize: someIds(associationSizes),
			region: someIds(regions),
		}, { requiredKeys: [] })
		fc.assert(fc.property(searches, (search) => {
			expect(searchFromUrl(searchToUrl(search as SharedSearch))).toEqual(search)
		}))
	})

	it('is empty when nothing is looked for', () => {
		expect(searchToUrl({ text: '  ', service: [] })).toBe('')
		expect(searchFromUrl('?')).toEqual({})
	})

	it('shows what it can of an old or mistyped link', () => {
		expect(searchFromUrl('?service=training&service=gone&region=XX&order=best&page=3')).toEqual({ service: ['training'] })
	})

	it('is readable', () => {
		expect(searchToUrl({ service: ['training'], text: 'nantes', associationSize: ['network'] })).toBe('text=nantes&service=training&associationSize=network')
	})
})
