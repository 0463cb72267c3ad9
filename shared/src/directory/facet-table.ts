/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Facets } from './facets.ts'
import type { ProviderCard } from './provider.ts'

import { regionOfDepartement, regions } from '../vocabulary/regions.ts'
import { isInVocabulary } from '../vocabulary/vocabularies.ts'

export type FacetName = keyof Facets

/** The values chosen in each filter. Several values of one filter widen it, several filters narrow. */
export type FacetFilters = Partial<Record<FacetName, readonly string[]>>

export const facetNames = ['service', 'associationSize', 'modality', 'country', 'region'] as const satisfies readonly FacetName[]

const regionIds = new Set<string | undefined>(regions.map(({ id }) => id))

const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value !== undefined)

/**
 * The values under which a provider is found. A region counts when the provider is in it or names it, or a département of it,
 * among the places where it goes; one that goes everywhere in a country is found by the country.
 *
 * @param provider the provider
 */
export function facetValues(provider: ProviderCard): Record<FacetName, readonly string[]> {
	const zones = provider.zones.map((zone) => zone.split(':'))
	const codes = (kind: string) => zones.flatMap(([zoneKind, code]) => zoneKind === kind && code !== undefined ? [code] : [])
	const inRegions = [provider.address.region, ...codes('region'), ...codes('departement').map(regionOfDepartement)]
	const inCountries = [provider.address.country, ...provider.countries, ...codes('country')]
	return {
		service: provider.services,
		associationSize: provider.associationSizes,
		modality: provider.modalities,
		country: distinct(inCountries.filter((code) => isInVocabulary('countries', code))),
		region: distinct(inRegions.filter((code) => code !== undefined && regionIds.has(code))),
	}
}

/** Which providers have which values, made once and asked for every search. Values are numbered: searching is counting. */
export class FacetTable {
	readonly #columns: readonly Column[]

	constructor(providers: readonly ProviderCard[]) {
		const rows = providers.map(facetValues)
		this.#columns = facetNames.map((name) => makeColumn(name, rows.map((row) => row[name])))
	}

	/**
	 * Keeps the candidates that pass every filter, and counts for each filter what its values would leave if only it changed.
	 *
	 * @param candidates positions of the providers that the text found
	 * @param filters the chosen values
	 */
	filter(candidates: Iterable<number>, filters: FacetFilters): { kept: number[], facets: Facets } {
		const chosen = this.#columns.flatMap((column) => {
			const wanted = filters[column.name]
			return wanted?.length ? [{ column, wanted: new Set(wanted.map((value) => column.values.indexOf(value))) }] : []
		})
		const counts = new Map(this.#columns.map((column) => [column, new Uint32Array(column.values.length)]))
		const kept: number[] = []
		for (const candidate of candidates) {
			const failed = chosen.filter(({ column, wanted }) => !column.rows[candidate]?.some((value) => wanted.has(value)))
			if (failed.length === 0) {
				kept.push(candidate)
			}
			// Failing one filter only, it still counts for the other values of that filter.
			const [onlyFailed] = failed
			for (const column of onlyFailed === undefined ? this.#columns : failed.length === 1 ? [onlyFailed.column] : []) {
				count(column.rows[candidate] ?? [], counts.get(column))
			}
		}
		const countsOf = (wanted: FacetName) => {
			const column = this.#columns.find(({ name }) => name === wanted)
			const numbers = column === undefined ? undefined : counts.get(column)
			const entries = column?.values.map((value, index): [string, number] => [value, numbers?.[index] ?? 0]) ?? []
			return Object.fromEntries(entries.filter(([, number]) => number > 0))
		}
		return {
			kept,
			facets: {
				service: countsOf('service'),
				associationSize: countsOf('associationSize'),
				modality: countsOf('modality'),
				country: countsOf('country'),
				region: countsOf('region'),
			},
		}
	}
}

interface Column {
	name: FacetName
	values: readonly string[]
	/** For each provider, the places of its values in `values`. */
	rows: readonly (readonly number[])[]
}

/**
 * @param name of the filter
 * @param rows values of each provider
 */
function makeColumn(name: FacetName, rows: readonly (readonly string[])[]): Column {
	const numbers = new Map<string, number>()
	const numberOf = (value: string) => {
		const number = numbers.get(value) ?? numbers.size
		numbers.set(value, number)
		return number
	}
	return { name, rows: rows.map((row) => row.map(numberOf)), values: [...numbers.keys()] }
}

/**
 * @param values numbers of values
 * @param counts to add to
 */
function count(values: readonly number[], counts: Uint32Array | undefined): void {
	if (counts !== undefined) {
		for (const value of values) {
			counts[value] = (counts[value] ?? 0) + 1
		}
	}
}
