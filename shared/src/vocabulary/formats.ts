/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** The form an intervention takes. */
export const formats = [
	{ id: 'practical-workshop', label: { fr: 'Atelier pratique', en: 'Practical workshop' } },
	{ id: 'personal-support', label: { fr: 'Accompagnement personnalisé', en: 'Personal support' } },
	{ id: 'talk', label: { fr: 'Conférence', en: 'Talk' } },
	{ id: 'training-course', label: { fr: 'Formation', en: 'Training course' } },
	{ id: 'online', label: { fr: 'En ligne', en: 'Online' } },
	{ id: 'install-party', label: { fr: 'Fête d’installation', en: 'Install party' } },
	{ id: 'drop-in', label: { fr: 'Permanence', en: 'Drop-in session' } },
] as const satisfies readonly VocabularyEntry[]

export type Format = (typeof formats)[number]['id']
