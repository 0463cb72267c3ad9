/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestionTally } from '../../contract/app-workshop.ts'
import type { Option, Question } from '../question-schema.ts'

/** All gave the same answer; two in three or more did; fewer did; “I don’t know” was given more often than any other answer. */
export type AgreementWord = 'agreed' | 'mostly' | 'split' | 'clarify'

/** How far the people of a workshop agree about one question. */
export interface Agreement {
	question: Question
	/** People who answered it. */
	answered: number
	word: AgreementWord
	/** Between 0 and 1: the share of the most frequent answer. */
	share: number
	/** How many chose each option, in the order of the question. */
	counts: { option: Option, count: number }[]
	/** What a diagnosis takes when one goes along with the most; null where no answer is more frequent than another. */
	proposal: string | string[] | null
}

/** In which order a group talks about them: first what divides it. */
const urgency: readonly AgreementWord[] = ['split', 'clarify', 'mostly', 'agreed']

/**
 * How far people agree about one question. Where several options can be chosen, each one is a question of its own,
 * chosen or not, and the share is the mean over the options that anybody chose.
 *
 * @param question one with options
 * @param tally how often each option was chosen
 */
export function agreementOn(question: Question, tally: QuestionTally): Agreement {
	const counts = (question.options ?? []).map((option) => ({ option, count: tally.values[option.id] ?? 0 }))
	const chosen = counts.filter(({ count }) => count > 0)
	const most = Math.max(0, ...counts.map(({ count }) => count))
	const multiple = question.type === 'multi'
	const share = multiple
		? mean(chosen.map(({ count }) => Math.max(count, tally.answered - count) / tally.answered))
		: most / tally.answered
	const frequent = chosen.filter(({ count }) => count === most).map(({ option }) => option.id)
	const shared = chosen.filter(({ count }) => count * 2 > tally.answered).map(({ option }) => option.id)
	return {
		question,
		answered: tally.answered,
		// Where as many answered something as did not know, there is something to talk about.
		word: frequent.length === 1 && frequent[0] === 'unknown' ? 'clarify' : wordFor(share),
		share,
		counts,
		proposal: multiple ? (shared.length > 0 ? shared : null) : (frequent.length === 1 ? frequent[0]! : null),
	}
}

/**
 * Every question that enough people answered, first what divides them.
 *
 * @param questions in the order in which they are asked
 * @param tallies by question id
 */
export function agreements(questions: readonly Question[], tallies: Readonly<Record<string, QuestionTally>>): Agreement[] {
	return questions
		.flatMap((question) => tallies[question.id] ? [agreementOn(question, tallies[question.id]!)] : [])
		.sort((a, b) => urgency.indexOf(a.word) - urgency.indexOf(b.word) || a.share - b.share)
}

function wordFor(share: number): AgreementWord {
	if (share === 1) {
		return 'agreed'
	}
	// A third is no number of its own: two of three are two thirds here.
	return share * 3 >= 2 - 1e-9 ? 'mostly' : 'split'
}

function mean(shares: readonly number[]): number {
	return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
