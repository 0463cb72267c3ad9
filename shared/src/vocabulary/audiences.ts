/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** The people who are accompanied. */
export const audiences = [
	{ id: 'beginners', label: { fr: 'Néophytes', en: 'Beginners' } },
	{ id: 'daily-users', label: { fr: 'Utilisateur·ices quotidien·nes', en: 'Daily users' } },
	{ id: 'advanced', label: { fr: 'Personnes avancées', en: 'Advanced users' } },
	{ id: 'staff-teams', label: { fr: 'Équipes salariées', en: 'Staff teams' } },
	{ id: 'volunteers', label: { fr: 'Bénévoles', en: 'Volunteers' } },
	{ id: 'boards', label: { fr: 'Direction et instances', en: 'Management and boards' } },
] as const satisfies readonly VocabularyEntry[]

export type Audience = (typeof audiences)[number]['id']
