/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Size of the association that is accompanied. */
export const associationSizes = [
	{ id: 'volunteers-only', label: { fr: 'Bénévoles seulement', en: 'Volunteers only' } },
	{ id: 'staff-1-5', label: { fr: '1 à 5 salarié·es', en: '1 to 5 employees' } },
	{ id: 'staff-6-20', label: { fr: '6 à 20 salarié·es', en: '6 to 20 employees' } },
	{ id: 'staff-gt-20', label: { fr: 'Plus de 20 salarié·es', en: 'More than 20 employees' } },
	{ id: 'network', label: { fr: 'Réseau ou fédération', en: 'Network or federation' } },
] as const satisfies readonly VocabularyEntry[]

export type AssociationSize = (typeof associationSizes)[number]['id']
