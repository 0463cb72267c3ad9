/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from './vocabulary.ts'

/** What a provider does for an association. Hosting or custom development alone never make a provider. */
export const services = [
	{ id: 'needs-identification', label: { fr: 'Identification des besoins', en: 'Needs identification' } },
	{ id: 'goal-clarification', label: { fr: 'Clarification des objectifs', en: 'Goal clarification' } },
	{ id: 'awareness', label: { fr: 'Sensibilisation et implication de l’équipe', en: 'Getting the whole team on board' } },
	{ id: 'roadmap', label: { fr: 'Élaboration d’une feuille de route', en: 'Roadmap' } },
	{ id: 'digital-diagnosis', label: { fr: 'Diagnostic numérique', en: 'Digital diagnosis' } },
	{ id: 'tool-recommendation', label: { fr: 'Préconisations et aide au choix des outils', en: 'Advice and help choosing tools' } },
	{ id: 'specification', label: { fr: 'Cahier des charges', en: 'Specification (cahier des charges)' } },
	{ id: 'data-migration', label: { fr: 'Migration des données', en: 'Data migration' } },
	{ id: 'change-management', label: { fr: 'Conduite du changement', en: 'Change management' } },
	{ id: 'onboarding', label: { fr: 'Prise en main des outils', en: 'Getting started with tools' } },
	{ id: 'training', label: { fr: 'Formation', en: 'Training' } },
	{ id: 'support', label: { fr: 'Assistance dans la durée', en: 'Ongoing support' } },
	{ id: 'hosting', label: { fr: 'Hébergement et maintenance', en: 'Hosting and maintenance' } },
	{ id: 'custom-development', label: { fr: 'Développement de fonctionnalités', en: 'Feature development' } },
	{ id: 'funding-help', label: { fr: 'Aide à la recherche de financements', en: 'Help finding funding' } },
] as const satisfies readonly VocabularyEntry[]

export type Service = (typeof services)[number]['id']
