/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** The eight steps of a transition, in the advised order, which nobody is held to. */
export const steps = [
	{ id: 'needs-assessment', label: { fr: 'Évaluation des besoins', en: 'Needs assessment' } },
	{ id: 'awareness-engagement', label: { fr: 'Sensibilisation et engagement', en: 'Awareness and engagement' } },
	{ id: 'strategy', label: { fr: 'Définition de la stratégie', en: 'Defining the strategy' } },
	{ id: 'tool-choice', label: { fr: 'Choix des outils numériques', en: 'Choosing digital tools' } },
	{ id: 'process-adaptation', label: { fr: 'Adaptation des processus', en: 'Adapting ways of working' } },
	{ id: 'skills-support', label: { fr: 'Accompagnement à la maîtrise des nouveaux outils', en: 'Support in mastering the new tools' } },
	{ id: 'integration-collaboration', label: { fr: 'Intégration et collaboration', en: 'Integration and collaboration' } },
	{ id: 'continuous-adaptation', label: { fr: 'Adaptation continue', en: 'Continuous adaptation' } },
] as const satisfies readonly VocabularyEntry[]

export type Step = (typeof steps)[number]['id']
