/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** The six domains of digital inclusion; mediation covers the third to the fifth. */
export const inclusionDomains = [
	{ id: 'hardware', label: { fr: 'Matériel', en: 'Hardware' } },
	{ id: 'connection', label: { fr: 'Connexion de qualité', en: 'Quality connection' } },
	{ id: 'technical-training', label: { fr: 'Formation technique', en: 'Technical training' } },
	{ id: 'popular-education', label: { fr: 'Information et éducation populaire', en: 'Information and popular education' } },
	{ id: 'usage-and-rights-help', label: { fr: 'Aide aux usages et aux droits', en: 'Help with uses and rights' } },
	{ id: 'hardware-support', label: { fr: 'Dépannage du matériel', en: 'Hardware support' } },
] as const satisfies readonly VocabularyEntry[]

export type InclusionDomain = (typeof inclusionDomains)[number]['id']
