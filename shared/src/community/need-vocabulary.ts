/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '../language/localised-text.ts'
import type { AssociationSize } from '../vocabulary/association-sizes.ts'
import type { CommunityKind } from '../vocabulary/community-kinds.ts'

import { associationSizes } from '../vocabulary/association-sizes.ts'
import { communityKinds } from '../vocabulary/community-kinds.ts'

/** What a need asks for; each kind has its own category on the forum. */
export const needKinds = communityKinds.map(({ id }) => id)

export type NeedKind = CommunityKind

/** Where a published need stands. A held one waits for the operator; an erased one keeps only its id. */
export const needStatuses = ['held', 'published', 'withdrawn', 'erased'] as const

export type NeedStatus = typeof needStatuses[number]

/** How far the need is on its way to the forum. */
export const linkStates = ['none', 'queued', 'sent', 'linked', 'gone'] as const

export type LinkState = typeof linkStates[number]

/** How soon an answer is hoped for. */
export const needUrgencies = ['now', 'weeks', 'months', 'none'] as const

export type NeedUrgency = typeof needUrgencies[number]

/** How the association is named on the forum. */
export const signatureChoices = ['name', 'descriptor', 'anonymous'] as const

export type SignatureChoice = typeof signatureChoices[number]

/** The size bands that an association may show. */
export const sizeBands = associationSizes.map(({ id }) => id)

export type SizeBand = AssociationSize

/** The parts of a need that are written as free text, in the order in which they are shown. */
export const needSections = ['context', 'problem', 'mustHave', 'whoBenefits'] as const

export type NeedSection = typeof needSections[number]

/** The most characters (Unicode code points, as zod and PHP's `mb_strlen` count) that a field takes, and how many tools can be named. */
export const needLimits = {
	title: 150,
	titleAtLeast: 5,
	section: 4000,
	sectionAtLeast: 20,
	tool: 80,
	tools: 20,
	signature: 120,
	region: 60,
	budgetHint: 500,
} as const

export const needStatusLabels: Record<NeedStatus, LocalisedText> = {
	held: { fr: 'En attente de relecture', en: 'Waiting for review' },
	published: { fr: 'Publié', en: 'Published' },
	withdrawn: { fr: 'Retiré', en: 'Withdrawn' },
	erased: { fr: 'Effacé', en: 'Erased' },
}

export const needUrgencyLabels: Record<NeedUrgency, LocalisedText> = {
	now: { fr: 'C’est bloquant aujourd’hui', en: 'It blocks us today' },
	weeks: { fr: 'Dans les prochaines semaines', en: 'In the coming weeks' },
	months: { fr: 'Dans les prochains mois', en: 'In the coming months' },
	none: { fr: 'Rien ne presse', en: 'No hurry' },
}

export const needSectionLabels: Record<NeedSection, LocalisedText> = {
	context: { fr: 'Contexte', en: 'Context' },
	problem: { fr: 'Problème rencontré', en: 'What the problem is' },
	mustHave: { fr: 'Ce qu’il faut absolument', en: 'What is essential' },
	whoBenefits: { fr: 'À qui cela servirait', en: 'Who would benefit' },
}
