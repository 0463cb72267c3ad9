/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '../community/need-vocabulary.ts'
import type { Language } from '../language/localised-text.ts'
import type { Evaluation, Recommendation } from './evaluate.ts'
import type { Reason } from './explain.ts'

import { needLimits } from '../community/need-vocabulary.ts'
import { localise } from '../language/localised-text.ts'

/** A first draft of a need. It stays private until somebody writes it out, and somebody with the right approves it. */
export interface NeedSeed {
	/** The rule that proposes it. */
	readonly rule: string
	readonly kind: NeedKind
	readonly title: string
	readonly problem: string
}

const supportTitle = { fr: 'Nous cherchons un accompagnement', en: 'We are looking for support' }
const supportLead = { fr: 'L’accompagnement qui nous aiderait\u00a0:', en: 'The support that would help us:' }

/**
 * The needs that a diagnosis can turn into: a missing feature in the members' own words, or the support they chose.
 * A rule that only advises to go and meet the community proposes nothing, since nothing was said that could be published.
 *
 * @param evaluation what `evaluate` returned
 * @param language the language in which the draft begins
 */
export function proposeNeeds(evaluation: Evaluation, language: Language): NeedSeed[] {
	const seeds = evaluation.fired.flatMap((recommendation) => {
		const kind = recommendation.rule.community
		return kind ? [ownWords(recommendation, kind) ?? wantedSupport(recommendation, kind, language)] : []
	})
	return seeds.filter((seed) => seed !== null)
}

/**
 * The first need to propose, or `null`.
 *
 * @param evaluation what `evaluate` returned
 * @param language the language in which the draft begins
 */
export function proposeNeed(evaluation: Evaluation, language: Language): NeedSeed | null {
	return proposeNeeds(evaluation, language)[0] ?? null
}

/**
 * A need in the words of an answer.
 *
 * @param recommendation a fired rule
 * @param kind the kind of need
 */
function ownWords(recommendation: Recommendation, kind: NeedKind): NeedSeed | null {
	const words = recommendation.because.map(wordsOf).find((text) => text !== '')
	return words === undefined ? null : { rule: recommendation.rule.id, kind, title: titleFrom(words), problem: words }
}

/**
 * A search for the support that was asked for.
 *
 * @param recommendation a fired rule
 * @param kind the kind of need
 * @param language the language of the draft
 */
function wantedSupport(recommendation: Recommendation, kind: NeedKind, language: Language): NeedSeed | null {
	const { rule, because } = recommendation
	const wanted = because.flatMap((reason) => reason.kind === 'answer' && reason.question.id === rule.servicesFrom ? reason.options : [])
	const lines = wanted.map((option) => `- ${localise(option.text, language)}`)
	return lines.length === 0
		? null
		: { rule: rule.id, kind, title: localise(supportTitle, language), problem: [localise(supportLead, language), '', ...lines].join('\n') }
}

/**
 * What a need question was answered with.
 *
 * @param reason one reason of a recommendation
 */
function wordsOf(reason: Reason): string {
	return reason.kind === 'answer' && reason.question.type === 'need' ? (reason.words ?? '').trim() : ''
}

/**
 * The first sentence or line, cut at a word when it is too long for a title.
 *
 * @param words what was answered
 */
function titleFrom(words: string): string {
	const [sentence = ''] = words.split(/\n|(?<=[.!?…])\s/u)
	const first = sentence.trim().replace(/[.…]+$/u, '')
	if (first.length <= needLimits.title) {
		return first
	}
	const cut = first.slice(0, needLimits.title - 1)
	return cut.slice(0, Math.max(cut.lastIndexOf(' '), needLimits.title / 2)).toWellFormed() + '…'
}
