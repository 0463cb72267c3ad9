/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Need } from '@emancipasso/shared/community/need'
import type { NeedWithReplies } from '@emancipasso/shared/contract/app-api'

import { inOurLanguage, t } from '../../l10n.ts'
import { takesReplies } from '../need-standing.ts'

/** Where an answer of ours stands, for the reader. */
export interface AnswerStanding {
	kind: 'moving' | 'online' | 'attention'
	words: string
}

/**
 * Where an answer of ours stands.
 *
 * @param own as the community has it
 */
export function answerStanding(own: OwnAnswer): AnswerStanding {
	if (own.problem) {
		return { kind: 'attention', words: inOurLanguage(own.problem) }
	}
	if (own.status === 'withdrawn') {
		return { kind: 'moving', words: t('Being taken back from the forum…') }
	}
	if (own.state === 'queued' || own.state === 'sent') {
		return { kind: 'moving', words: t('On its way to the forum…') }
	}
	return own.changedOnForum
		? { kind: 'attention', words: t('Online on the forum, where people changed it: their version is shown here.') }
		: { kind: 'online', words: t('Online on the forum.') }
}

/**
 * Whether an answer of ours is on its way, where things move within seconds.
 *
 * @param shown a need as the community has it
 * @param shown.replies on the forum
 * @param shown.answers of ours that no reply shows yet
 */
export function hasMovingAnswer({ replies, answers = [] }: Pick<NeedWithReplies, 'replies'> & Partial<Pick<NeedWithReplies, 'answers'>>): boolean {
	return [...answers, ...replies.flatMap(({ own }) => own ? [own] : [])].some((own) => answerStanding(own).kind === 'moving')
}

/**
 * Whether a need takes answers; a forum that is not yet reached takes them later.
 *
 * @param need as the community has it
 */
export function takesAnswers(need: Need): boolean {
	return takesReplies(need) && need.link.state !== 'gone'
}
