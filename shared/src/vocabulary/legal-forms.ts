/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Legal form of a provider. */
export const legalForms = [
	{ id: 'association', label: { fr: 'Association', en: 'Association' } },
	{ id: 'cooperative', label: { fr: 'Coopérative (SCOP, SCIC)', en: 'Cooperative' } },
	{ id: 'company', label: { fr: 'Entreprise', en: 'Company' } },
	{ id: 'micro-company', label: { fr: 'Micro-entreprise', en: 'Micro-company' } },
	{ id: 'freelance', label: { fr: 'Indépendant·e', en: 'Freelance' } },
	{ id: 'informal', label: { fr: 'Collectif informel', en: 'Informal group' } },
	{ id: 'public-body', label: { fr: 'Établissement public', en: 'Public body' } },
] as const satisfies readonly VocabularyEntry[]

export type LegalForm = (typeof legalForms)[number]['id']
