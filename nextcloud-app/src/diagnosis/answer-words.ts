/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answered } from '@emancipasso/shared/diagnosis/compare-answers'
import type { Question } from '@emancipasso/shared/diagnosis/questionnaire'

import { countries } from '@emancipasso/shared/vocabulary/countries'
import { departementName } from '../geography/departements.ts'
import { inOurLanguage, t } from '../l10n.ts'

/**
 * An answer in the reader's language.
 *
 * @param question what was asked
 * @param given what was answered
 */
export function answerWords(question: Question, given: Answered): string {
	if (given.words !== null) {
		return question.type === 'territory' ? placeWords(given.words) : given.words
	}
	return given.options.map(({ text }) => inOurLanguage(text)).join(', ') || t('(nothing)')
}

function placeWords(code: string): string {
	const country = countries.find(({ id }) => id === code)
	return departementName(code) ?? (country ? inOurLanguage(country.label) : code)
}
