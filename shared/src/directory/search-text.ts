/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyName } from '../vocabulary/vocabularies.ts'
import type { ProviderCard } from './provider.ts'

import { departementOfPostcode } from '../geography/postcode.ts'
import { languages } from '../language/localised-text.ts'
import { normalise, wordsOf } from '../language/normalise.ts'
import { label } from '../vocabulary/vocabularies.ts'

/** The parts of a provider that a text is looked for in, the most telling first. */
export const searchedFields = ['name', 'place', 'service', 'topic', 'description'] as const

export type SearchedField = typeof searchedFields[number]

// They are in every text and tell nothing; a search for nothing else looks for them all the same.
const emptyWords = new Set(normalise(`
	a afin ai au aux avec ce ces chez comme d dans de des du elle en est et eux il ils je l la le les leur leurs lui ma mais me mes
	mon ne nos notre nous on or ou par pas pour qu que qui s sa se ses si son sont sur ta te tes toi ton tu un une vos votre vous y
	an and are as at be by for from in is it of on or our that the their this to us we with you your
`).split(' '))

const mostWords = 12

/**
 * The words of a query that are worth looking for; the first dozen of them.
 *
 * @param text as typed
 */
export function queryWords(text: string): string[] {
	const words = wordsOf(text)
	const telling = words.filter((word) => !emptyWords.has(word))
	return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords)
}

/**
 * @param vocabulary name of the vocabulary
 * @param ids of its terms
 */
function labels(vocabulary: VocabularyName, ids: readonly string[]) {
	return ids.flatMap((id) => languages.map((language) => label(vocabulary, id, language)))
}

const spoken = (text: { fr: string, en?: string | undefined } | undefined) => [text?.fr ?? '', text?.en ?? '']

/**
 * The text of a provider by field, with the words of its vocabularies in every language.
 *
 * @param provider the provider
 */
export function searchedText(provider: ProviderCard): Record<SearchedField, string> {
	const { address, description } = provider
	const parts: Record<SearchedField, readonly (string | undefined)[]> = {
		name: [provider.name],
		place: [
			address.commune,
			address.postcode,
			address.country === 'FR' && address.postcode !== undefined ? departementOfPostcode(address.postcode) : undefined,
			...labels('regions', address.region === undefined ? [] : [address.region]),
			...labels('countries', [address.country]),
		],
		service: labels('services', provider.services),
		topic: [
			...labels('domains', provider.domains),
			...labels('formats', provider.formats),
			...labels('sectors', provider.sectors),
			...labels('legalForms', provider.legalForm === undefined ? [] : [provider.legalForm]),
			...provider.networks,
			...provider.labels,
			...provider.solutions,
		],
		description: [...spoken(description.short), ...spoken(description.long)],
	}
	const joined = (field: SearchedField) => parts[field].filter((part) => part !== undefined).join(' ')
	return { name: joined('name'), place: joined('place'), service: joined('service'), topic: joined('topic'), description: joined('description') }
}

/**
 * The words of a text that are kept in the index.
 *
 * @param text any text
 */
export function indexedWords(text: string): string[] {
	return wordsOf(text).filter((word) => word.length > 1 || /\d/.test(word))
}
