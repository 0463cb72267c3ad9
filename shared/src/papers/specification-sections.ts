/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'

/** A section of the specification that one can leave out. */
export interface SpecificationSection {
	readonly id: SpecificationSectionId
	readonly label: LocalisedText
	/** Whether it is in it unless somebody takes it out. */
	readonly usual: boolean
	/** What one could add in one’s own words. */
	readonly hint: LocalisedText
	/** Questions whose answers it shows. Answers that tell a weakness of security are in none. */
	readonly questions: readonly string[]
}

export type SpecificationSectionId = 'organisation' | 'context' | 'tools' | 'needs' | 'constraints' | 'data' | 'moves' | 'support' | 'budget' | 'timetable'

/** The sections of the specification for a provider, in their order. */
export const specificationSections: readonly SpecificationSection[] = [
	{
		id: 'organisation',
		usual: true,
		label: { fr: 'Notre association', en: 'Our association' },
		hint: { fr: 'Ce que fait l’association, et qui contacter.', en: 'What the association does, and whom to contact.' },
		questions: ['profile-members', 'profile-employees', 'profile-network', 'profile-digital-users', 'profile-places', 'profile-territory', 'profile-sectors'],
	},
	{
		id: 'context',
		usual: true,
		label: { fr: 'Contexte et objectifs', en: 'Context and goals' },
		hint: { fr: 'Pourquoi maintenant, ce qui a déjà été essayé.', en: 'Why now, and what was tried before.' },
		questions: ['profile-motivations', 'gov-objectives', 'gov-agreement', 'skills-comfort'],
	},
	{
		id: 'tools',
		usual: true,
		label: { fr: 'Outils utilisés aujourd’hui', en: 'Tools in use today' },
		hint: { fr: 'Ce qu’il faut savoir de ces outils.', en: 'What one should know of these tools.' },
		questions: [],
	},
	{
		id: 'needs',
		usual: true,
		label: { fr: 'Besoins', en: 'Needs' },
		hint: { fr: 'Ce que les outils devront permettre.', en: 'What the tools will have to allow.' },
		questions: ['mgmt-missing'],
	},
	{
		id: 'constraints',
		usual: true,
		label: { fr: 'Contraintes', en: 'Constraints' },
		hint: { fr: 'Matériel, connexion, calendrier de l’association, personnes à ne pas laisser de côté.', en: 'Equipment, connection, the association’s calendar, people not to leave behind.' },
		questions: ['tools-trade-software', 'inclusion-hardware', 'inclusion-publics', 'public-accessibility', 'skills-time'],
	},
	{
		id: 'data',
		usual: true,
		label: { fr: 'Données et RGPD', en: 'Data and GDPR' },
		hint: { fr: 'Quelles données, combien de personnes concernées.', en: 'Which data, how many people concerned.' },
		questions: ['privacy-sensitive', 'privacy-register', 'privacy-hosting'],
	},
	{
		id: 'moves',
		usual: true,
		label: { fr: 'Changements prévus', en: 'Planned moves' },
		hint: { fr: 'Ce qui est décidé, ce qui reste ouvert.', en: 'What is decided, and what is still open.' },
		questions: [],
	},
	{
		id: 'support',
		usual: true,
		label: { fr: 'Accompagnement attendu', en: 'Support expected' },
		hint: { fr: 'Sur place ou à distance, avec quelles personnes.', en: 'On site or remote, with whom.' },
		questions: ['skills-support-wanted', 'skills-training'],
	},
	{
		id: 'budget',
		usual: false,
		label: { fr: 'Budget', en: 'Budget' },
		hint: { fr: 'Une fourchette, ou la façon dont la décision sera prise.', en: 'A range, or how it will be decided.' },
		questions: ['gov-budget'],
	},
	{
		id: 'timetable',
		usual: true,
		label: { fr: 'Calendrier', en: 'Timetable' },
		hint: { fr: 'Date limite pour répondre, date souhaitée pour commencer.', en: 'Deadline for answers, wished start.' },
		questions: [],
	},
]
