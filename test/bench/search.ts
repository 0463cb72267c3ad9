/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Result } from './result.ts'
import type { TypoQuery } from './typo-queries.ts'

import { buildDirectoryIndex, searchDirectory } from '@emancipasso/shared/directory/search'
import { searchedText } from '@emancipasso/shared/directory/search-text'
import { normalise } from '@emancipasso/shared/language/normalise'
import { makeProviders } from './providers.ts'
import { percentile } from './result.ts'
import { makeTypoQueries } from './typo-queries.ts'

const PROVIDERS = 10_000
const QUERIES = 500
const ROUNDS = 5
const FIRST = 10

/** A way to search: the ids of the first results. */
type Search = (text: string) => readonly string[]

interface Measured {
	/** Of every query in every round, in milliseconds. */
	times: number[]
	/** How many queries found the right provider. */
	found: number
}

/**
 * Search over 10,000 providers with one mistake in every word, beside reading through all texts for the same words. Each
 * round asks the same queries of both, one after the other; the first one only warms up, every time of the others counts.
 */
export async function benchSearch(): Promise<Result[]> {
	const providers = makeProviders(PROVIDERS)
	const queries = makeTypoQueries(providers, QUERIES)
	const index = buildDirectoryIndex(providers, 'bench')
	const texts = providers.map((provider) => ({ id: provider.id, text: normalise(Object.values(searchedText(provider)).join(' ')) }))
	const scan: Search = (text) => {
		const words = normalise(text).split(' ')
		return texts.filter((candidate) => words.every((word) => candidate.text.includes(word))).slice(0, FIRST).map(({ id }) => id)
	}
	const [search, baseline] = measure([
		(text) => searchDirectory(index, { text, limit: FIRST }).items.map(({ provider }) => provider.id),
		scan,
	], queries)

	const time = (metric: string, share: number, aim: string, limit: number): Result => {
		const [value, compared] = [percentile(search.times, share), percentile(baseline.times, share)]
		return { metric, value, unit: 'ms', baseline: compared, ratio: value / compared, aim, ok: value <= limit }
	}
	const [value, compared] = [search.found / QUERIES * 100, baseline.found / QUERIES * 100]
	return [
		time('search of 10,000 providers, p50', 0.5, 'none of its own', Infinity),
		time('search of 10,000 providers, p99', 0.99, '≤ 15 ms', 15),
		{
			metric: 'right provider in the first ten, one mistake in every word',
			value,
			unit: '%',
			baseline: compared,
			ratio: compared > 0 ? value / compared : null,
			aim: '≥ 90 %',
			ok: value >= 90,
		},
	]
}

/**
 * @param searches two ways to search
 * @param queries to ask of both, in order, in every round
 */
function measure(searches: readonly [Search, Search], queries: readonly TypoQuery[]): readonly [Measured, Measured] {
	const nothing = (): Measured => ({ times: [], found: 0 })
	const measured = [nothing(), nothing()] as const
	for (let round = 0; round <= ROUNDS; round++) {
		searches.forEach((search, which) => {
			const sum = measured[which === 0 ? 0 : 1]
			sum.found = 0
			queries.forEach(({ text, expected }) => {
				const start = performance.now()
				const ids = search(text)
				if (round > 0) {
					sum.times.push(performance.now() - start)
				}
				sum.found += ids.includes(expected) ? 1 : 0
			})
		})
	}
	return measured
}
