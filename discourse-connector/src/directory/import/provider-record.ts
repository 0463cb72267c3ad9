/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyName } from '@emancipasso/shared/vocabulary/vocabularies'
import type { Converted } from './check-provider.ts'

import { languages } from '@emancipasso/shared/language/localised-text'
import { normalise } from '@emancipasso/shared/language/normalise'
import { vocabularies } from '@emancipasso/shared/vocabulary/vocabularies'
import { z } from 'zod'
import { checkProvider } from './check-provider.ts'

/** Where records come from when they do not say it themselves, and the day of the import. */
export interface RecordOptions {
	source: { id: string, name: string }
	/** Plain day. */
	today: string
}

/** The properties of a provider that are lists of ids. */
export const listFields = {
	services: 'services',
	domains: 'domains',
	inclusionDomains: 'inclusionDomains',
	audiences: 'audiences',
	formats: 'formats',
	modalities: 'modalities',
	associationSizes: 'associationSizes',
	sectors: 'sectors',
	steps: 'steps',
	countries: 'countries',
	languages: 'spokenLanguages',
} as const satisfies Record<string, VocabularyName>

const Loose = z.looseObject({})
const Strings = z.array(z.string())

/**
 * Makes a provider of a record in our own schema. Values of a vocabulary may be ids or labels in any language; those that
 * we do not know are kept beside, word for word.
 *
 * @param record anything
 * @param options where from
 * @param earlier what was changed already
 */
export function fromRecord(record: unknown, options: RecordOptions, earlier: readonly string[] = []): Converted {
	const loose = Loose.safeParse(record)
	if (!loose.success) {
		return { leftOut: 'it is not an object with properties' }
	}
	const changes = [...earlier]
	const kept: Record<string, string> = {}
	const candidate = { ...loose.data }
	for (const [field, vocabulary] of Object.entries(listFields)) {
		const values = Strings.safeParse(candidate[field])
		if (values.success) {
			const ids = values.data.map((value) => ({ value, id: idOf(vocabulary, value) }))
			const unknown = ids.filter(({ id }) => id === undefined).map(({ value }) => value)
			candidate[field] = [...new Set(ids.map(({ id }) => id).filter((id) => id !== undefined))]
			if (unknown.length > 0) {
				kept[field] = unknown.join('|')
				changes.push(`${field}: we do not know ${unknown.map((value) => `“${value}”`).join(', ')}; kept beside, not shown`)
			}
		}
	}
	const source = Loose.safeParse(candidate.source)
	candidate.source = source.success ? { ...options.source, ...source.data } : options.source
	candidate.id = idWithSource(candidate.id, candidate.source)
	// Who is listed is decided by a person, not by a file.
	candidate.status = 'suggested'
	if (Object.keys(kept).length > 0) {
		candidate.sourceFields = { ...Loose.safeParse(candidate.sourceFields).data, ...kept }
	}
	return checkProvider(candidate, changes, options.today)
}

const idsByWords = new Map(Object.entries(vocabularies).map(([name, entries]) => [name, new Map(entries.flatMap((entry) => (
	[entry.id, ...languages.map((language) => entry.label[language])].map((words): [string, string] => [normalise(words), entry.id])
)))]))

/**
 * @param vocabulary to look in
 * @param value id or label
 */
function idOf(vocabulary: VocabularyName, value: string): string | undefined {
	return idsByWords.get(vocabulary)?.get(normalise(value))
}

/**
 * @param id of the record
 * @param source it is from
 */
function idWithSource(id: unknown, source: unknown): unknown {
	const known = z.object({ id: z.string() }).safeParse(source)
	return typeof id === 'string' && !id.includes('--') && known.success ? `${known.data.id}--${id}` : id
}
