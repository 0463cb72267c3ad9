/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ForumFailure } from '../../forum/outcome.ts'
import type { FieldName } from '../topics/state.ts'

/** Trouble of a link, in words for its author; `kind` is for the code. */
export interface LinkProblem {
	kind: 'forum-away' | 'forum-refused-us' | 'forum-moved' | 'forum-category' | 'forum-unreadable' | 'forum-fails' | 'refused' | 'waiting' | 'conflict' | 'lost' | 'deleted' | 'personal' | 'foreign' | 'merged' | 'erasure' | 'taken'
	text: LocalisedText
}

const FIELDS: Record<FieldName, LocalisedText> = {
	title: { fr: 'le titre', en: 'the title' },
	body: { fr: 'le texte', en: 'the text' },
	category: { fr: 'la catégorie', en: 'the category' },
	tags: { fr: 'les étiquettes', en: 'the tags' },
	closed: { fr: 'l’ouverture aux réponses', en: 'whether it takes replies' },
	visible: { fr: 'la visibilité', en: 'the visibility' },
}

const GONE: Record<'lost' | 'deleted' | 'personal' | 'foreign', LocalisedText> = {
	lost: {
		fr: 'Le sujet ne se trouve plus sur le forum, et rien ne dit pourquoi. Rien n’a été republié\u00a0: parlez-en aux personnes qui animent le forum.',
		en: 'The topic is no longer on the forum and nothing says why. Nothing was published again: please ask the people who run the forum.',
	},
	deleted: {
		fr: 'La modération a supprimé le sujet du forum. Votre besoin reste ici\u00a0; si le sujet est rétabli, le lien reviendra tout seul.',
		en: 'Moderators deleted the topic on the forum. Your need stays here; if the topic is brought back, the link returns by itself.',
	},
	personal: {
		fr: 'Le sujet est devenu un message privé du forum\u00a0: il n’est plus suivi ici et ses réponses ont été retirées.',
		en: 'The topic became a personal message on the forum: it is no longer followed here and its replies were removed.',
	},
	foreign: {
		fr: 'À l’adresse de votre sujet se trouve maintenant un autre sujet du forum, peut-être après une restauration. Rien n’y a été écrit\u00a0: parlez-en aux personnes qui animent le forum.',
		en: 'At the address of your topic there is now another topic of the forum, perhaps after a restore. Nothing was written there: please ask the people who run the forum.',
	},
}

/** What a topic that is no longer there comes to. */
export function goneProblem(why: keyof typeof GONE): LinkProblem {
	return { kind: why, text: GONE[why] }
}

/**
 * The discussion went on elsewhere.
 *
 * @param url of the topic that has the replies now
 */
export function mergedProblem(url: string): LinkProblem {
	return {
		kind: 'merged',
		text: {
			fr: `La modération a joint ce sujet à un autre, où la discussion continue\u00a0: ${url}. Demandez aux personnes qui animent le forum d’y rattacher votre besoin.`,
			en: `Moderators joined this topic to another one, where the discussion goes on: ${url}. Ask the people who run the forum to attach your need to it.`,
		},
	}
}

/**
 * Something of an erased need is left on the forum, which the connector may not remove.
 *
 * @param url where it is
 */
export function erasureProblem(url: string): LinkProblem {
	return {
		kind: 'erasure',
		text: {
			fr: `Ce besoin a été effacé, mais il en reste quelque chose sur le forum que le connecteur ne peut pas enlever (anciennes versions, sujet supprimé ou déplacé)\u00a0: ${url}. Une personne de la modération doit le faire.`,
			en: `This need was erased, but something of it is left on the forum that the connector cannot remove (earlier versions, a deleted or moved topic): ${url}. A moderator must do it.`,
		},
	}
}

/**
 * The forum refuses a topic that an earlier call, whose answer was lost, may have made: a deleted one keeps our id from
 * being used again, and cannot be found by it.
 *
 * @param failure of the call
 */
export function takenProblem(failure: ForumFailure): LinkProblem {
	const said = failure.sentences.join(' ').slice(0, 500)
	return {
		kind: 'taken',
		text: {
			fr: `Le forum a peut-être déjà reçu ce besoin, puis la modération en a supprimé le sujet\u00a0: il n’en veut pas un second. Parlez-en aux personnes qui animent le forum. Sa réponse\u00a0: «\u00a0${said}\u00a0»`,
			en: `The forum may have received this need already, and moderators then deleted its topic: it does not take a second one. Please ask the people who run the forum. Its answer: “${said}”`,
		},
	}
}

/** The topic waits for a moderator. */
export const waitingProblem: LinkProblem = {
	kind: 'waiting',
	text: {
		fr: 'Le forum fait relire ce sujet par sa modération avant de le montrer. Il n’y a rien à faire.',
		en: 'The forum has its moderators review this topic before showing it. There is nothing to do.',
	},
}

/**
 * Both sides changed the same.
 *
 * @param fields what the forum's version was kept of
 */
export function conflictProblem(fields: readonly FieldName[]): LinkProblem {
	const names = (language: 'fr' | 'en') => fields.map((field) => FIELDS[field][language]).join(', ')
	return {
		kind: 'conflict',
		text: {
			fr: `Une correction faite ici et une modification faite sur le forum touchent le même passage\u00a0: ${names('fr')}. Le forum garde sa version, et rien n’est perdu\u00a0: comparez les deux, puis gardez celle du forum ou renvoyez la vôtre.`,
			en: `A correction made here and a change made on the forum touch the same passage: ${names('en')}. The forum keeps its version and nothing is lost: compare the two, then keep the forum’s or send yours again.`,
		},
	}
}

/**
 * What a failed call means for the author.
 *
 * @param failure of the call
 */
export function problemOf(failure: ForumFailure): LinkProblem {
	if (failure.isPassing) {
		return {
			kind: 'forum-away',
			text: {
				fr: 'Le forum ne répond pas pour l’instant. L’envoi reprendra tout seul\u00a0; rien n’est perdu.',
				en: 'The forum does not answer for now. Sending resumes by itself; nothing is lost.',
			},
		}
	}
	const said = failure.sentences.join(' ').slice(0, 500)
	return {
		kind: 'refused',
		text: {
			fr: `Le forum a refusé ce texte${said === '' ? '.' : `\u00a0: «\u00a0${said}\u00a0»`} Corrigez votre besoin et publiez-le à nouveau.`,
			en: `The forum refused this text${said === '' ? '.' : `: “${said}”`} Correct your need and publish it again.`,
		},
	}
}
