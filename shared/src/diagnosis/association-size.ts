/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from './questionnaire.ts'
import type { Visible } from './visible-questions.ts'

import { evaluateCondition } from './condition.ts'

/**
 * The size bands that the answers say: at most one by number of employees, and `network` beside it.
 *
 * @param questionnaire gives the bands
 * @param visible the answers that count
 */
export function associationSizesOf(questionnaire: Questionnaire, visible: Visible): string[] {
	const facts = { answers: visible.answers, inventory: visible.inventory, flags: new Set<string>() }
	return questionnaire.associationSizes.filter((size) => evaluateCondition(size.from, facts).holds).map(({ id }) => id)
}
