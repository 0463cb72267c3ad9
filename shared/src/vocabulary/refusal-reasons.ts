/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Why a provider is not listed. */
export const refusalReasons = [
	{ id: 'technical-only', label: { fr: 'Déploiement technique seul', en: 'Technical deployment only' } },
	{ id: 'insufficient-evidence', label: { fr: 'Preuves d’accompagnement insuffisantes', en: 'Not enough evidence of accompaniment' } },
	{ id: 'single-software', label: { fr: 'Un seul logiciel', en: 'A single piece of software' } },
	{ id: 'out-of-scope', label: { fr: 'Hors périmètre', en: 'Out of scope' } },
	{ id: 'not-ethical', label: { fr: 'Non libre ou non éthique', en: 'Not free (libre) or not ethical' } },
	{ id: 'duplicate', label: { fr: 'Doublon', en: 'Duplicate' } },
	{ id: 'inactive', label: { fr: 'Inactif', en: 'Inactive' } },
	{ id: 'withdrawn', label: { fr: 'À sa demande', en: 'At its own request' } },
] as const satisfies readonly VocabularyEntry[]

export type RefusalReason = (typeof refusalReasons)[number]['id']
