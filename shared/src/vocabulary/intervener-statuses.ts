/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** Whether the people who intervene are paid. */
export const intervenerStatuses = [
	{ id: 'volunteer', label: { fr: 'Bénévole', en: 'Volunteer' } },
	{ id: 'professional', label: { fr: 'Professionnel·le', en: 'Professional' } },
	{ id: 'both', label: { fr: 'Les deux', en: 'Both' } },
] as const satisfies readonly VocabularyEntry[]

export type IntervenerStatus = (typeof intervenerStatuses)[number]['id']
