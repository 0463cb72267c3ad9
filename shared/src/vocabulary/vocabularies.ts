/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { VocabularyEntry } from './vocabulary.ts'

import { associationSizes } from './association-sizes.ts'
import { audiences } from './audiences.ts'
import { communityKinds } from './community-kinds.ts'
import { contactConsents } from './contact-consents.ts'
import { countries } from './countries.ts'
import { domains } from './domains.ts'
import { evidenceKinds } from './evidence-kinds.ts'
import { formats } from './formats.ts'
import { inclusionDomains } from './inclusion-domains.ts'
import { intervenerStatuses } from './intervener-statuses.ts'
import { legalForms } from './legal-forms.ts'
import { modalities } from './modalities.ts'
import { pricingModels } from './pricing-models.ts'
import { providerSizes } from './provider-sizes.ts'
import { providerStatuses } from './provider-statuses.ts'
import { refusalReasons } from './refusal-reasons.ts'
import { regions } from './regions.ts'
import { sectors } from './sectors.ts'
import { services } from './services.ts'
import { spokenLanguages } from './spoken-languages.ts'
import { steps } from './steps.ts'

/** Every controlled vocabulary by its name. The vocabularies pack is this object. */
export const vocabularies = {
	associationSizes,
	audiences,
	communityKinds,
	contactConsents,
	countries,
	domains,
	evidenceKinds,
	formats,
	inclusionDomains,
	intervenerStatuses,
	legalForms,
	modalities,
	pricingModels,
	providerSizes,
	providerStatuses,
	refusalReasons,
	regions,
	sectors,
	services,
	spokenLanguages,
	steps,
} as const satisfies Record<string, readonly VocabularyEntry[]>

export type VocabularyName = keyof typeof vocabularies
export type VocabularyId<Name extends VocabularyName> = (typeof vocabularies)[Name][number]['id']

const entriesById = new Map(Object.entries(vocabularies).map(([name, entries]) => (
	[name, new Map<string, VocabularyEntry>(entries.map((entry) => [entry.id, entry]))]
)))

/**
 * The words shown for a term.
 *
 * @param vocabulary name of the vocabulary, `services`
 * @param id id of the term; one that this version does not know is returned as it is, so that newer data stays readable
 * @param language language of the reader
 */
export function label(vocabulary: VocabularyName, id: string, language: Language): string {
	return entriesById.get(vocabulary)?.get(id)?.label[language] ?? id
}

/**
 * Whether an id belongs to a vocabulary; narrows its type.
 *
 * @param vocabulary name of the vocabulary
 * @param id any text
 */
export function isInVocabulary<Name extends VocabularyName>(vocabulary: Name, id: string): id is VocabularyId<Name> {
	return entriesById.get(vocabulary)?.has(id) ?? false
}
