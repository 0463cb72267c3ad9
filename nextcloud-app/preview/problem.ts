/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppProblemId } from '@emancipasso/shared/contract/app-problems'
import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'

import { appProblemStatuses } from '@emancipasso/shared/contract/app-problems'
import { localise } from '@emancipasso/shared/language/localised-text'

/** What Nextcloud itself answers, before or beside the app. */
const nextcloudStatuses = { unauthorised: 401, 'csrf-check': 412, 'internal-error': 500 } as const

/** The sentence of each problem that the app's API can answer. */
export const problems = {
	unauthorised: { fr: 'Vous n’êtes pas connecté·e. Connectez-vous, puis réessayez.', en: 'You are not signed in. Sign in, then try again.' },
	'csrf-check': { fr: 'La demande ne vient pas d’une page de l’application. Rechargez la page.', en: 'The request does not come from a page of the app. Reload the page.' },
	forbidden: { fr: 'Vous n’avez pas le droit de faire cela. Demandez à la personne qui gère l’organisation.', en: 'You may not do this. Ask the person who manages the organisation.' },
	'not-found': { fr: 'Rien ne se trouve à cette adresse.', en: 'Nothing is found at this address.' },
	'invalid-input': { fr: 'Une partie de ce qui a été envoyé n’est pas valable.', en: 'A part of what was sent is not valid.' },
	'too-large': { fr: 'Ce document est trop grand\u00a0: un million d’octets au plus. Raccourcissez-le ou partagez-le en deux.', en: 'This document is too large: a million bytes at most. Shorten it or split it in two.' },
	conflict: { fr: 'Un autre document porte déjà cet identifiant.', en: 'Another document already has this id.' },
	'still-published': { fr: 'Ce document est publié. Retirez d’abord sa publication.', en: 'This document is published. Withdraw its publication first.' },
	'not-approved': { fr: 'Ces mots-là n’ont pas été approuvés. Relisez-les et approuvez-les avant de publier.', en: 'These very words were not approved. Read and approve them before publishing.' },
	stale: { fr: 'La publication a changé entre-temps sur le forum. Relisez-la avant de la corriger.', en: 'The publication has changed on the forum in the meantime. Read it again before correcting it.' },
	'not-configured': { fr: 'Ce cloud n’est pas encore relié à la communauté. L’administration peut indiquer l’adresse du connecteur dans ses paramètres.', en: 'This cloud is not joined to the community yet. An administrator can enter the address of the connector in the settings.' },
	moved: { fr: 'Ce cloud a été déplacé ou copié depuis qu’il est relié à la communauté. Tant que son administration n’a pas dit lequel des deux, rien n’en part.', en: 'This cloud was moved or copied since it was joined to the community. Until its administrator says which, nothing is sent from here.' },
	'left-behind': { fr: 'Le connecteur actuel garde encore quelque chose de ce cloud\u00a0: d’un autre connecteur, on ne pourra plus ni le retirer ni l’effacer.', en: 'The present connector still holds something of this cloud: from another one, it can neither be withdrawn nor erased any more.' },
	'connector-refused': { fr: 'Le connecteur a refusé cette demande.', en: 'The connector refused this request.' },
	'connector-unreachable': { fr: 'Le connecteur de la communauté ne répond pas. Rien n’est perdu ici\u00a0: réessayez dans quelques minutes.', en: 'The connector of the community does not answer. Nothing is lost here: try again in a few minutes.' },
	'internal-error': { fr: 'Une erreur s’est produite dans l’aperçu. Le détail est dans son journal.', en: 'An error happened in the preview. Its log has the details.' },
} as const satisfies Record<AppProblemId | 'unauthorised' | 'csrf-check' | 'internal-error', LocalisedText>

export type ProblemId = keyof typeof problems

/** Ends a request with a problem that the API names. */
export class Problem extends Error {
	readonly id: ProblemId
	readonly sentence: LocalisedText | string
	readonly field: string | undefined

	/**
	 * @param id of the problem
	 * @param options what to say beside the id
	 * @param options.sentence instead of the usual one
	 * @param options.field that is not valid
	 */
	constructor(id: ProblemId, options: { sentence?: LocalisedText | string, field?: string } = {}) {
		super(id)
		this.id = id
		this.sentence = options.sentence ?? problems[id]
		this.field = options.field
	}

	get status(): number {
		return { ...appProblemStatuses, ...nextcloudStatuses }[this.id]
	}

	words(language: Language): string {
		return localise(this.sentence, language)
	}
}
