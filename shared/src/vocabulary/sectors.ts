/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Fields of activity of associations, the same ids as the answers of the diagnosis. */
export const sectors = [
	{ id: 'culture', label: { fr: 'Culture', en: 'Culture' } },
	{ id: 'popular-education', label: { fr: 'Éducation populaire, jeunesse', en: 'Popular education, youth' } },
	{ id: 'social', label: { fr: 'Action sociale, solidarité', en: 'Social action, solidarity' } },
	{ id: 'health', label: { fr: 'Santé', en: 'Health' } },
	{ id: 'environment', label: { fr: 'Environnement', en: 'Environment' } },
	{ id: 'sport', label: { fr: 'Sport, loisirs', en: 'Sport, leisure' } },
	{ id: 'rights', label: { fr: 'Droits, plaidoyer', en: 'Rights, advocacy' } },
	{ id: 'solidarity-economy', label: { fr: 'Économie sociale, monnaie locale', en: 'Social economy, local currency' } },
	{ id: 'digital', label: { fr: 'Numérique', en: 'Digital' } },
	{ id: 'other', label: { fr: 'Autre', en: 'Other' } },
] as const satisfies readonly VocabularyEntry[]

export type Sector = (typeof sectors)[number]['id']
