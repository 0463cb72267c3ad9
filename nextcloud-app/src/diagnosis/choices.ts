/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Question } from '@emancipasso/shared/diagnosis/questionnaire'

/**
 * The options chosen after one of them is clicked, in the order of the question. An exclusive option, and
 * “I don’t know”, stand alone.
 *
 * @param question with its options
 * @param chosen before the click
 * @param option the one clicked
 */
export function toggleOption(question: Question, chosen: readonly string[], option: string): string[] {
	const options = question.options ?? []
	if (chosen.includes(option)) {
		return chosen.filter((one) => one !== option)
	}
	const alone = (id: string) => id === 'unknown' || options.some((one) => one.id === id && one.exclusive)
	if (alone(option)) {
		return [option]
	}
	return options.map(({ id }) => id).filter((id) => id === option || (chosen.includes(id) && !alone(id)))
}
