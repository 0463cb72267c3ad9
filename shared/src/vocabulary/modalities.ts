/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** How the accompaniment takes place. */
export const modalities = [
	{ id: 'on-site', label: { fr: 'Sur place', en: 'On site' } },
	{ id: 'remote', label: { fr: 'À distance', en: 'Remote' } },
	{ id: 'individual', label: { fr: 'Accompagnement individuel', en: 'One-to-one support' } },
	{ id: 'group-workshop', label: { fr: 'Dans un atelier collectif', en: 'In a group workshop' } },
	{ id: 'self-service', label: { fr: 'En autonomie', en: 'Self-service' } },
] as const satisfies readonly VocabularyEntry[]

export type Modality = (typeof modalities)[number]['id']
