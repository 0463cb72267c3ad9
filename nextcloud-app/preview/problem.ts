/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'

/** The HTTP status and the sentence of each problem that the app's API can answer. */
export const problems = {
	unauthorised: { status: 401, fr: 'Vous n’êtes pas connecté·e. Connectez-vous, puis réessayez.', en: 'You are not signed in. Sign in, then try again.' },
	'csrf-check': { status: 412, fr: 'La demande ne vient pas d’une page de l’application. Rechargez la page.', en: 'The request does not come from a page of the app. Reload the page.' },
	forbidden: { status: 403, fr: 'Vous n’avez pas le droit de faire cela. Demandez à la personne qui gère l’organisation.', en: 'You may not do this. Ask the person who manages the organisation.' },
	'not-found': { status: 404, fr: 'Rien ne se trouve à cette adresse.', en: 'Nothing is found at this address.' },
	'invalid-input': { status: 400, fr: 'Une partie de ce qui a été envoyé n’est pas valable.', en: 'A part of what was sent is not valid.' },
	'too-large': { status: 413, fr: 'Ce document est trop grand : un million d’octets au plus. Raccourcissez-le ou partagez-le en deux.', en: 'This document is too large: a million bytes at most. Shorten it or split it in two.' },
	conflict: { status: 409, fr: 'Un autre document porte déjà cet identifiant.', en: 'Another document already has this id.' },
	'still-published': { status: 409, fr: 'Ce document est publié. Retirez d’abord sa publication.', en: 'This document is published. Withdraw its publication first.' },
	'not-approved': { status: 409, fr: 'Ces mots-là n’ont pas été approuvés. Relisez-les et approuvez-les avant de publier.', en: 'These very words were not approved. Read and approve them before publishing.' },
	stale: { status: 412, fr: 'La publication a changé entre-temps sur le forum. Relisez-la avant de la corriger.', en: 'The publication has changed on the forum in the meantime. Read it again before correcting it.' },
	'not-configured': { status: 409, fr: 'Ce nuage n’est pas encore relié à la communauté. L’administration peut indiquer l’adresse du connecteur dans ses paramètres.', en: 'This cloud is not joined to the community yet. An administrator can enter the address of the connector in the settings.' },
	'connector-refused': { status: 422, fr: 'Le connecteur a refusé cette demande.', en: 'The connector refused this request.' },
	'connector-unreachable': { status: 502, fr: 'Le connecteur de la communauté ne répond pas. Rien n’est perdu ici : réessayez dans quelques minutes.', en: 'The connector of the community does not answer. Nothing is lost here: try again in a few minutes.' },
	'internal-error': { status: 500, fr: 'Une erreur s’est produite dans l’aperçu. Le détail est dans son journal.', en: 'An error happened in the preview. Its log has the details.' },
} as const satisfies Record<string, LocalisedText & { status: number }>

export type ProblemId = keyof typeof problems

/** A field that is not valid, by its path. */
export interface FieldFault {
	path: string
	message: string
}

/** Ends a request with a problem that the API names. */
export class Problem extends Error {
	readonly id: ProblemId
	readonly sentence: LocalisedText | string
	readonly errors: FieldFault[]

	/**
	 * @param id of the record
	 * @param options what to say beside the id
	 * @param options.sentence instead of the usual one
	 * @param options.errors the faulty fields
	 */
	constructor(id: ProblemId, options: { sentence?: LocalisedText | string, errors?: FieldFault[] } = {}) {
		super(id)
		this.id = id
		this.sentence = options.sentence ?? problems[id]
		this.errors = options.errors ?? []
	}

	get status(): number {
		return problems[this.id].status
	}

	words(language: Language): string {
		return typeof this.sentence === 'string' ? this.sentence : this.sentence[language]
	}
}
