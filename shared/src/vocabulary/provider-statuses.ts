/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Where a provider stands in the life of the directory. Only `listed` is shown to the public. */
export const providerStatuses = [
	{ id: 'suggested', label: { fr: 'Suggéré', en: 'Suggested' } },
	{ id: 'invited', label: { fr: 'Invité', en: 'Invited' } },
	{ id: 'draft', label: { fr: 'Brouillon', en: 'Draft' } },
	{ id: 'submitted', label: { fr: 'Candidature déposée', en: 'Submitted' } },
	{ id: 'under-review', label: { fr: 'En cours d’examen', en: 'Under review' } },
	{ id: 'needs-info', label: { fr: 'Informations demandées', en: 'More information needed' } },
	{ id: 'listed', label: { fr: 'Référencé', en: 'Listed' } },
	{ id: 'refused', label: { fr: 'Refusé', en: 'Refused' } },
	{ id: 'to-confirm', label: { fr: 'À confirmer', en: 'To be confirmed' } },
	{ id: 'stale', label: { fr: 'Fiche ancienne', en: 'Out of date' } },
	{ id: 'archived', label: { fr: 'Archivé', en: 'Archived' } },
	{ id: 'suspended', label: { fr: 'Suspendu', en: 'Suspended' } },
	{ id: 'withdrawn', label: { fr: 'Retiré', en: 'Withdrawn' } },
] as const satisfies readonly VocabularyEntry[]

export type ProviderStatus = (typeof providerStatuses)[number]['id']
