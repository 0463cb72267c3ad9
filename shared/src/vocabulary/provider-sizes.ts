/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** How many people the provider itself has. */
export const providerSizes = [
	{ id: 'solo', label: { fr: 'Une personne', en: 'One person' } },
	{ id: '2-5', label: { fr: '2 à 5 personnes', en: '2 to 5 people' } },
	{ id: '6-20', label: { fr: '6 à 20 personnes', en: '6 to 20 people' } },
	{ id: 'gt-20', label: { fr: 'Plus de 20 personnes', en: 'More than 20 people' } },
] as const satisfies readonly VocabularyEntry[]

export type ProviderSize = (typeof providerSizes)[number]['id']
