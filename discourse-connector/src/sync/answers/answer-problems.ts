/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { ForumFailure } from '../../forum/outcome.ts'
import type { GoneWhy } from './answer-state.ts'

/** Trouble of an answer, in words for its author; `kind` is for the code. */
export interface AnswerProblem {
	kind: 'forum-away' | 'forum-refused-us' | 'refused' | 'waiting' | 'conflict' | 'topic-closed' | 'topic-gone' | GoneWhy
	text: LocalisedText
}

const GONE: Record<GoneWhy, LocalisedText> = {
	lost: {
		fr: 'Votre réponse ne se trouve plus sur le forum, et rien ne dit pourquoi. Rien n’a été publié à nouveau\u00a0: parlez-en aux personnes qui animent le forum.',
		en: 'Your answer is no longer on the forum and nothing says why. Nothing was posted again: please ask the people who run the forum.',
	},
	foreign: {
		fr: 'À la place de votre réponse se trouve maintenant un autre message du forum, peut-être après une restauration. Rien n’y a été écrit\u00a0: parlez-en aux personnes qui animent le forum.',
		en: 'In the place of your answer there is now another post of the forum, perhaps after a restore. Nothing was written there: please ask the people who run the forum.',
	},
	deleted: {
		fr: 'La modération a supprimé votre réponse du forum. Son texte reste ici\u00a0; si elle est rétablie, elle reparaîtra toute seule.',
		en: 'Moderators deleted your answer on the forum. Its text stays here; if it is brought back, it appears again by itself.',
	},
	hidden: {
		fr: 'Le forum a masqué votre réponse, le temps que la modération la relise. Il n’y a rien à faire.',
		en: 'The forum has hidden your answer while moderators review it. There is nothing to do.',
	},
}

/** What a post that is not there any more comes to. */
export function gonePost(why: GoneWhy): AnswerProblem {
	return { kind: why, text: GONE[why] }
}

/** A moderator reads it first. */
export const waitingAnswer: AnswerProblem = {
	kind: 'waiting',
	text: {
		fr: 'Le forum fait relire cette réponse par sa modération avant de la montrer. Il n’y a rien à faire.',
		en: 'The forum has its moderators review this answer before showing it. There is nothing to do.',
	},
}

/** Moderators, or the need's author, ended the discussion: an account of the staff could still write there, and does not. */
export const topicClosed: AnswerProblem = {
	kind: 'topic-closed',
	text: {
		fr: 'Le sujet n’accepte plus de réponses sur le forum\u00a0: la vôtre n’est pas partie. Elle partira si le sujet est rouvert\u00a0; sinon, retirez-la.',
		en: 'The topic takes no more replies on the forum: yours was not sent. It will be sent if the topic is opened again; otherwise, take it back.',
	},
}

/** With its topic the answer went out of view. */
export const topicGone: AnswerProblem = {
	kind: 'topic-gone',
	text: {
		fr: 'Le sujet n’est plus sur le forum, et votre réponse avec lui. Son texte reste ici.',
		en: 'The topic is no longer on the forum, and your answer with it. Its text stays here.',
	},
}

/** Both sides changed the same. */
export const answerConflict: AnswerProblem = {
	kind: 'conflict',
	text: {
		fr: 'Votre correction touche un passage que des personnes du forum ont aussi changé. Le forum garde leur version, montrée ici, et rien n’est perdu\u00a0: si la vôtre doit la remplacer, modifiez votre réponse encore une fois.',
		en: 'Your correction touches a passage that people on the forum changed too. The forum keeps their version, shown here, and nothing is lost: if yours is to replace it, change your answer once more.',
	},
}

const refusedUs: AnswerProblem = {
	kind: 'forum-refused-us',
	text: {
		fr: 'Le forum n’a pas laissé faire le connecteur. Vous n’avez rien à corriger\u00a0: son opérateur doit vérifier la liaison avec le forum, et l’envoi reprendra ensuite tout seul.',
		en: 'The forum did not let the connector do it. There is nothing for you to correct: its operator must check the link with the forum, and sending then goes on by itself.',
	},
}

/**
 * What a failed call means for the author.
 *
 * @param failure of the call
 * @return null when there is nothing to know but that it takes a while
 */
export function problemOfAnswer(failure: ForumFailure): AnswerProblem | null {
	switch (failure.kind) {
		case 'postponed': return failure.errorType === 'access' ? refusedUs : null
		case 'busy': return null
		case 'away':
		case 'read-only': return {
			kind: 'forum-away',
			text: {
				fr: 'Le forum ne répond pas pour l’instant. L’envoi reprendra tout seul\u00a0; rien n’est perdu.',
				en: 'The forum does not answer for now. Sending resumes by itself; nothing is lost.',
			},
		}
		case 'refused': return refusedText(failure.sentences.join(' ').slice(0, 500))
		default: return refusedUs
	}
}

function refusedText(said: string): AnswerProblem {
	return {
		kind: 'refused',
		text: {
			fr: `Le forum a refusé cette réponse${said === '' ? '.' : `\u00a0: «\u00a0${said}\u00a0»`} Modifiez-la, ou retirez-la.`,
			en: `The forum refused this answer${said === '' ? '.' : `: “${said}”`} Change it, or take it back.`,
		},
	}
}
