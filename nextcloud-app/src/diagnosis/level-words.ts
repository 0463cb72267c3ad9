/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LevelId, Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'

import { inOurLanguage, n, t } from '../l10n.ts'

/**
 * A level in words; that there is none, where too little was answered.
 *
 * @param questionnaire its levels
 * @param level id, or null
 */
export function levelWords(questionnaire: Questionnaire, level: LevelId | null): string {
	const known = questionnaire.scoring.levels.find(({ id }) => id === level)
	return known ? inOurLanguage(known.label) : t('Not enough answers')
}

/**
 * What a theme is called.
 *
 * @param questionnaire its dimensions
 * @param id of one
 */
export function dimensionName(questionnaire: Questionnaire, id: string): string {
	return inOurLanguage(questionnaire.dimensions.find((dimension) => dimension.id === id)?.label ?? id)
}

/**
 * Points as they are counted: 4 points of 9.
 *
 * @param made points
 * @param maximum the most that could be had
 */
export function points(made: number, maximum: number): string {
	return n('%n point of {maximum}', '%n points of {maximum}', made, { maximum })
}
