/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AccessFault } from '../../forum/access-faults.ts'
import type { ForumFailure } from '../../forum/outcome.ts'
import type { LinkProblem } from './problems.ts'

import { closesForum, wordsOf } from '../../forum/access-faults.ts'

/** Troubles that the operator must mend: once that may have happened, their records are looked at again. */
export const operatorKinds: readonly LinkProblem['kind'][] = ['forum-refused-us', 'forum-moved', 'forum-category', 'forum-unreadable']

/**
 * Trouble that its author can do nothing about.
 *
 * @param fault that the operator must mend
 */
export function operatorProblem(fault: AccessFault): LinkProblem {
	const { fr, en } = wordsOf(fault)
	return {
		kind: fault.kind.startsWith('category-') ? 'forum-category' : fault.kind === 'address-moved' ? 'forum-moved' : closesForum(fault) ? 'forum-refused-us' : 'forum-unreadable',
		text: {
			fr: `Vous n’avez rien à corriger\u00a0: l’envoi attend l’opérateur du connecteur, et partira ensuite tout seul. Ce qu’il doit savoir\u00a0: ${fr}`,
			en: `There is nothing for you to correct: sending waits for the operator of the connector, and then goes on by itself. What the operator must know: ${en}`,
		},
	}
}

/**
 * The forum forbids what we do to this one topic, although the key works.
 *
 * @param failure of the call
 */
export function forbiddenProblem(failure: ForumFailure): LinkProblem {
	const said = failure.sentences.join(' ').slice(0, 300)
	return {
		kind: 'forum-refused-us',
		text: {
			fr: `Le forum ne permet pas au connecteur d’agir sur ce sujet${said === '' ? '' : ` («\u00a0${said}\u00a0»)`}. Vous n’avez rien à corriger\u00a0: l’opérateur du connecteur doit vérifier les droits de son compte sur le forum, et l’envoi reprendra ensuite tout seul.`,
			en: `The forum does not let the connector act on this topic${said === '' ? '' : ` (“${said}”)`}. There is nothing for you to correct: the operator of the connector must check the rights of its account on the forum, and sending then goes on by itself.`,
		},
	}
}

/** The forum answers, and breaks at this record each time. */
export const failingProblem: LinkProblem = {
	kind: 'forum-fails',
	text: {
		fr: 'Le forum répond, mais il échoue chaque fois qu’il s’agit de ce besoin. Vous n’avez rien à corriger : l’administration du forum doit regarder le journal des erreurs du forum (/logs) ; l’envoi est réessayé de plus en plus rarement, au moins toutes les demi-heures.',
		en: 'The forum answers, but it fails each time at this need. There is nothing for you to correct: the forum’s admins must look at the forum’s error log (/logs); sending is tried again more and more rarely, at least every half hour.',
	},
}

/** The forum did answer, in a way that we do not understand. */
export const unreadableProblem: LinkProblem = {
	kind: 'forum-unreadable',
	text: {
		fr: 'Le forum a répondu d’une façon que le connecteur ne comprend pas. Vous n’avez rien à corriger\u00a0: l’opérateur du connecteur doit regarder son journal, peut-être après une mise à jour du forum\u00a0; l’envoi est réessayé de temps en temps.',
		en: 'The forum answered in a way that the connector does not understand. There is nothing for you to correct: the operator of the connector must look at its log, perhaps after an upgrade of the forum; sending is tried again from time to time.',
	},
}
