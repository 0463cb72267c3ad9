/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { AnswerText } from './answer.ts'

import { neutralise, neutraliseLine } from './neutralise.ts'

/** What the post of an answer says beside the answer itself. */
export interface AnswerContext {
	uuid: string
	/** The forum's language. */
	language: Language
	/** Where it is explained how such answers come about. */
	howUrl?: string
}

/** Our own words in the post of an answer; the name is told from those of the forum's people by what follows it. */
export const answerWords: Record<Language, { via: string, explanation: string, how: string, gone: string }> = {
	fr: {
		via: '(association, via Émancip’Asso)',
		explanation: 'Réponse écrite depuis le cloud de cette association et postée par ce compte. Elle y lit ce que vous répondez ici.',
		how: 'Comment ça marche',
		gone: 'Cette réponse a été retirée par l’association qui l’avait écrite.',
	},
	en: {
		via: '(association, via Émancip’Asso)',
		explanation: 'Answer written in this association’s cloud and posted by this account. What you answer here is read there.',
		how: 'How this works',
		gone: 'This answer was taken back by the association that had written it.',
	},
}

function marker(uuid: string): string {
	return `<!-- emancipasso reply-${uuid.toLowerCase()} -->`
}

/**
 * The name as the forum shows it: on one line, without emphasis of its own.
 *
 * @param name that the member chose
 */
export function answerName(name: string): string {
	return neutraliseLine(name).replaceAll(/[*_]/gu, '').trim()
}

/**
 * The post of an answer: who speaks and how, then what they say, in which nothing acts on the forum. The first block is
 * ours. The same answer in the same context always gives the same post.
 *
 * @param answer what the member wrote
 * @param context what else the post says
 */
export function renderAnswer(answer: AnswerText, context: AnswerContext): string {
	const { via, explanation, how } = answerWords[context.language]
	const link = context.howUrl === undefined ? '' : ` [${how}](${context.howUrl})`
	return [
		`**${answerName(answer.name)}** ${via}\n*${explanation}*${link}`,
		neutralise(answer.text),
		marker(context.uuid),
	].join('\n\n')
}

/**
 * What stays of an answer that was taken back where the forum does not let it be deleted.
 *
 * @param context of the post; its id and language are used
 * @param context.uuid of the answer
 * @param context.language the forum's
 */
export function renderGoneAnswer({ uuid, language }: Pick<AnswerContext, 'uuid' | 'language'>): string {
	return [`*${answerWords[language].gone}*`, marker(uuid)].join('\n\n')
}

/**
 * The answer that a post's marker names; undefined without one. Anybody can write a marker: look also at whose post it is.
 *
 * @param raw the text of a post
 */
export function answerOfMarker(raw: string): string | undefined {
	return /^<!-- emancipasso reply-([0-9a-f-]{36}) -->$/mu.exec(raw)?.[1]
}
