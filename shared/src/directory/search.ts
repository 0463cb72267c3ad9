/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SearchResult } from 'minisearch'
import type { Place } from '../geography/postcode.ts'
import type { FacetFilters } from './facet-table.ts'
import type { Facets } from './facets.ts'
import type { ProviderCard } from './provider.ts'
import type { SearchedField } from './search-text.ts'

import MiniSearch from 'minisearch'
import { distanceKm } from '../geography/distance.ts'
import { wordMatching } from '../language/word-matching.ts'
import { FacetTable } from './facet-table.ts'
import { fairOrder } from './fair-order.ts'
import { firstOf } from './first-of.ts'
import { indexedWords, queryWords, searchedFields, searchedText } from './search-text.ts'

export type SearchOrder = 'relevance' | 'distance' | 'fair'

export interface DirectoryQuery extends FacetFilters {
	text?: string
	/** Where the reader is; gives distances. */
	place?: Pick<Place, 'lat' | 'lon' | 'approximate'>
	/** When left out: by distance with a place, else by relevance with a text, else the fair order. */
	order?: SearchOrder
	/** 20 when left out. */
	limit?: number
	/** `next` of the page before. */
	cursor?: string
}

/** Where the words of the query were found, in the form in which they are compared. */
export interface Match {
	field: SearchedField
	words: string[]
}

export interface FoundProvider {
	provider: ProviderCard
	/** As the crow flies; absent without a place, or when it is not known where the provider is. */
	distanceKm?: number
	matched: Match[]
}

export interface DirectoryPage {
	items: FoundProvider[]
	/** Over all pages. */
	total: number
	facets: Facets
	/** Cursor of the next page; absent on the last one. */
	next?: string
}

export interface DirectoryIndex {
	readonly providers: readonly ProviderCard[]
	readonly facets: FacetTable
	readonly text: MiniSearch<{ position: number }>
	/** Rank of each provider in the fair order. */
	readonly fairRanks: readonly number[]
}

/** A cursor that no page of this directory gave. */
export class UnknownCursorError extends Error {
	override name = 'UnknownCursorError'
}

const weights: Record<SearchedField, number> = { name: 4, place: 3, service: 2, topic: 1.5, description: 1 }

/**
 * Prepares a directory for searching: about 0.1 ms for each provider, once.
 *
 * @param providers what may be found
 * @param seed deals the fair order; give the version of the directory, so that every copy of it agrees
 */
export function buildDirectoryIndex(providers: readonly ProviderCard[], seed = ''): DirectoryIndex {
	const text = new MiniSearch<{ position: number }>({
		idField: 'position',
		fields: [...searchedFields],
		tokenize: indexedWords,
		processTerm: (term) => term,
	})
	text.addAll(providers.map((provider, position) => ({ position, ...searchedText(provider) })))
	return { providers, facets: new FacetTable(providers), text, fairRanks: fairOrder(providers.map(({ id }) => id), seed) }
}

/**
 * Finds providers. Accents, case, unfinished words and one typing error in a word of four letters or more do not matter. All words must be
 * found; when no provider has them all, those that have the most of them are given.
 *
 * @param index from `buildDirectoryIndex`
 * @param query what is looked for; an empty one gives everybody
 * @throws {UnknownCursorError} when the cursor is not one of this function
 */
export function searchDirectory(index: DirectoryIndex, query: DirectoryQuery): DirectoryPage {
	const words = queryWords(query.text ?? '')
	const hits = words.length === 0 ? undefined : findWords(index, words)
	const { kept, facets } = index.facets.filter(hits?.keys() ?? index.providers.keys(), query)

	const fair = (position: number) => index.fairRanks[position] ?? 0
	const order = query.order ?? (query.place !== undefined ? 'distance' : words.length > 0 ? 'relevance' : 'fair')
	const ranks: Record<SearchOrder, (position: number) => number> = {
		relevance: (position) => -(hits?.get(position)?.score ?? 0),
		distance: (position) => distanceTo(index, position, query.place) ?? Number.MAX_VALUE,
		fair,
	}
	const candidates = kept.map((position) => ({ position, rank: ranks[order](position) }))

	const start = offsetOf(query.cursor)
	const end = start + (query.limit ?? 20)
	const ranked = firstOf(candidates, end, (a, b) => a.rank - b.rank || fair(a.position) - fair(b.position))
	const items = ranked.slice(start).flatMap(({ position }): FoundProvider[] => {
		const provider = index.providers[position]
		const distance = distanceTo(index, position, query.place)
		return provider === undefined
			? []
			: [{ provider, ...(distance === undefined ? {} : { distanceKm: distance }), matched: matchesOf(hits?.get(position)) }]
	})
	return { items, total: kept.length, facets, ...(end < kept.length ? { next: end.toString(36) } : {}) }
}

/**
 * How many of the words each provider has. Scoring is what costs, so nothing is scored here: a boost of 0 passes over.
 *
 * @param index to search
 * @param words of the query
 */
function countWords(index: DirectoryIndex, words: readonly string[]): Uint8Array {
	const counts = new Uint8Array(index.providers.length)
	const lastCounted = new Uint8Array(index.providers.length)
	words.forEach((word, earlier) => {
		index.text.search(word, {
			...wordMatching,
			boostDocument: (position: number) => {
				if (lastCounted[position] !== earlier + 1) {
					lastCounted[position] = earlier + 1
					counts[position] = (counts[position] ?? 0) + 1
				}
				return 0
			},
		})
	})
	return counts
}

/**
 * @param index to search
 * @param words of the query
 */
function findWords(index: DirectoryIndex, words: readonly string[]): Map<number, SearchResult> {
	const counts = countWords(index, words)
	const most = counts.reduce((a, b) => Math.max(a, b), 1)
	const found = index.text.search(words.join(' '), {
		...wordMatching,
		boost: weights,
		boostDocument: (position: number) => counts[position] === most ? 1 : 0,
	})
	return new Map(found.map((hit) => [Number(hit.id), hit]))
}

/**
 * @param index to search
 * @param position of the provider
 * @param place of the reader
 */
function distanceTo(index: DirectoryIndex, position: number, place: DirectoryQuery['place']): number | undefined {
	const { lat, lon } = index.providers[position]?.address ?? {}
	return place === undefined || lat === undefined || lon === undefined ? undefined : distanceKm(place, { lat, lon })
}

/**
 * @param hit what the index found
 */
function matchesOf(hit: SearchResult | undefined): Match[] {
	const found = Object.entries(hit?.match ?? {})
	return searchedFields.flatMap((field) => {
		const words = found.flatMap(([word, fields]) => fields.includes(field) ? [word] : [])
		return words.length === 0 ? [] : [{ field, words }]
	})
}

/**
 * @param cursor as given
 */
function offsetOf(cursor: string | undefined): number {
	if (cursor === undefined) {
		return 0
	}
	if (!/^[0-9a-z]{1,6}$/.test(cursor)) {
		throw new UnknownCursorError('This cursor was not given by the directory.')
	}
	return Number.parseInt(cursor, 36)
}
