/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** What supports a reference given by a provider. */
export const evidenceKinds = [
	{ id: 'web-page', label: { fr: 'Page web', en: 'Web page' } },
	{ id: 'report', label: { fr: 'Compte rendu ou rapport', en: 'Report' } },
	{ id: 'testimony', label: { fr: 'Témoignage', en: 'Testimony' } },
	{ id: 'deliverable', label: { fr: 'Livrable', en: 'Deliverable' } },
	{ id: 'invoice', label: { fr: 'Facture ou convention', en: 'Invoice or agreement' } },
	{ id: 'none', label: { fr: 'Aucune pièce', en: 'None' } },
] as const satisfies readonly VocabularyEntry[]

export type EvidenceKind = (typeof evidenceKinds)[number]['id']
