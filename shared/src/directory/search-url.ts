/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyName } from '../vocabulary/vocabularies.ts'
import type { FacetFilters, FacetName } from './facet-table.ts'
import type { SearchOrder } from './search.ts'

import { isInVocabulary } from '../vocabulary/vocabularies.ts'
import { facetNames } from './facet-table.ts'

/** A search as it stands in an address that can be shared. */
export interface SharedSearch extends FacetFilters {
	text?: string
	postcode?: string
	order?: SearchOrder
}

const vocabularyOf: Record<FacetName, VocabularyName> = {
	service: 'services',
	associationSize: 'associationSizes',
	modality: 'modalities',
	country: 'countries',
	region: 'regions',
}

const orders: readonly string[] = ['relevance', 'distance', 'fair'] satisfies SearchOrder[]

/**
 * The query part of an address, without `?`, always in the same order; empty when nothing is looked for.
 *
 * @param search the search
 */
export function searchToUrl(search: SharedSearch): string {
	const parameters = new URLSearchParams()
	for (const name of ['text', 'postcode', 'order'] as const) {
		const value = search[name]?.trim()
		if (value) {
			parameters.set(name, value)
		}
	}
	for (const name of facetNames) {
		for (const value of new Set(search[name])) {
			parameters.append(name, value)
		}
	}
	return parameters.toString()
}

/**
 * The search of an address. What this version does not know is left out: an old link must still show something.
 *
 * @param query query part, with or without `?`
 */
export function searchFromUrl(query: string): SharedSearch {
	const parameters = new URLSearchParams(query)
	const search: SharedSearch = {}
	const text = parameters.get('text')?.trim().slice(0, 200)
	const postcode = parameters.get('postcode')?.trim().slice(0, 12)
	const order = parameters.get('order')
	if (text) {
		search.text = text
	}
	if (postcode) {
		search.postcode = postcode
	}
	if (order !== null && isOrder(order)) {
		search.order = order
	}
	for (const name of facetNames) {
		const known = [...new Set(parameters.getAll(name))].filter((value) => isInVocabulary(vocabularyOf[name], value))
		if (known.length > 0) {
			search[name] = known
		}
	}
	return search
}

/**
 * @param text any
 */
function isOrder(text: string): text is SearchOrder {
	return orders.includes(text)
}
