/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Question } from './questionnaire.ts'

/**
 * Why one question of two versions cannot be compared: it is only in one of them, it is asked in another way, other
 * options are offered, or (for scores alone) its options carry other points, or it counts in another dimension.
 */
export type QuestionChange = 'added' | 'removed' | 'type' | 'options' | 'rescored' | 'moved'

const optionsOf = (question: Question) => (question.options ?? []).map(({ id }) => id).sort().join(' ')

/**
 * What keeps a question from being compared across two versions; the heaviest first, `null` when nothing does.
 * Other words for the same options are no obstacle: a question whose meaning changes gets another id.
 *
 * @param then the question in the earlier version
 * @param now the question in the later version
 */
export function questionChange(then: Question | undefined, now: Question | undefined): QuestionChange | null {
	if (!then || !now) {
		return now ? 'added' : 'removed'
	}
	if (then.type !== now.type) {
		return 'type'
	}
	if (optionsOf(then) !== optionsOf(now)) {
		return 'options'
	}
	if (pointsOf(then) !== pointsOf(now)) {
		return 'rescored'
	}
	return then.dimension === now.dimension ? null : 'moved'
}

/**
 * Whether answers can be put side by side all the same: other points and another dimension change the scores alone.
 *
 * @param change what `questionChange` returned
 */
export function answersCompare(change: QuestionChange | null): boolean {
	return change === null || change === 'rescored' || change === 'moved'
}

/**
 * All that a score is made of, as text.
 *
 * @param question the question
 */
function pointsOf(question: Question): string {
	const options = (question.options ?? []).map(({ id, score, notApplicable }) => `${id}=${notApplicable ? 'not applicable' : score}`).sort()
	return [question.scored ?? true, question.weight ?? 1, ...options].join(' ')
}
