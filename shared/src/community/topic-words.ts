/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'

interface TopicWords {
	kind: string
	author: string
	anonymous: string
	size: string
	region: string
	urgency: string
	tools: string
	language: string
	languages: Record<Language, string>
	status: string
	supports: string
	supporters: (organisations: number) => string
	colon: string
	cut: string
	readAll: string
	openNeed: string
	withdrawn: string
	origin: string
	erasedTitle: string
	erased: string
}

/** Our own words in a topic, in the forum's language. All spaces are plain: a forum stores no others, and what it stores must be what was sent. */
export const topicWords: Record<Language, TopicWords> = {
	fr: {
		kind: 'Type de besoin',
		author: 'Qui demande',
		anonymous: 'Une association qui préfère ne pas se nommer',
		size: 'Taille',
		region: 'Région',
		urgency: 'Délai',
		tools: 'Outils concernés',
		language: 'Langue',
		languages: { fr: 'français', en: 'anglais' },
		status: 'État',
		supports: 'Même besoin',
		supporters: (organisations) => {
			if (organisations === 0) {
				return 'aucune autre association pour le moment'
			}
			return organisations === 1 ? '1 autre association' : `${organisations} autres associations`
		},
		colon: ' :',
		cut: 'Le texte a été coupé ici, car il est plus long que ce que le forum accepte.',
		readAll: 'Lire le texte entier',
		openNeed: 'Voir ce besoin',
		withdrawn: 'L’association a retiré ce besoin : il n’attend plus de réponse.',
		origin: 'Publié depuis le cloud d’une association avec l’application Émancip’Asso. Les réponses écrites ici y sont montrées.',
		erasedTitle: 'Besoin effacé à la demande de l’association',
		erased: 'L’association qui avait publié ce besoin a demandé son effacement. Les réponses restent à leurs auteurs et autrices.',
	},
	en: {
		kind: 'Kind of need',
		author: 'Who asks',
		anonymous: 'An association that prefers not to be named',
		size: 'Size',
		region: 'Region',
		urgency: 'How soon',
		tools: 'Tools concerned',
		language: 'Language',
		languages: { fr: 'French', en: 'English' },
		status: 'Status',
		supports: 'Same need',
		supporters: (organisations) => {
			if (organisations === 0) {
				return 'no other association yet'
			}
			return organisations === 1 ? '1 other association' : `${organisations} other associations`
		},
		colon: ':',
		cut: 'The text was cut here, because it is longer than the forum accepts.',
		readAll: 'Read the whole text',
		openNeed: 'See this need',
		withdrawn: 'The association withdrew this need: it no longer waits for an answer.',
		origin: 'Published from an association’s cloud with the Émancip’Asso app. Answers written here are shown there.',
		erasedTitle: 'Need erased at the request of the association',
		erased: 'The association that had published this need asked for it to be erased. The replies remain their authors’.',
	},
}
