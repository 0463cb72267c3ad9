/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Kinds of need; each is mapped to a category of the forum. */
export const communityKinds = [
	{ id: 'technical-help', label: { fr: 'Entraide technique', en: 'Technical help' } },
	{ id: 'tool-advice', label: { fr: 'Conseils d’outils', en: 'Tool advice' } },
	{ id: 'provider-search', label: { fr: 'Recherche de prestataires', en: 'Provider search' } },
	{ id: 'shared-development', label: { fr: 'Développement mutualisé', en: 'Shared development' } },
] as const satisfies readonly VocabularyEntry[]

export type CommunityKind = (typeof communityKinds)[number]['id']
