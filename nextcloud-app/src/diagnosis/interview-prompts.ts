/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Question } from '@emancipasso/shared/diagnosis/questionnaire'

import { t } from '../l10n.ts'

/**
 * What an interviewer can ask next.
 *
 * @param question that is on the screen
 * @param answer what was answered so far
 */
export function interviewPrompts(question: Question, answer: string | string[] | undefined): string[] {
	if (answer === 'unknown' || (Array.isArray(answer) && answer.includes('unknown'))) {
		return [t('“I don’t know” is a good answer. Ask who in the association could know.')]
	}
	switch (question.type) {
		case 'inventory': return [t('Ask what people open in the morning, what they send files with, where the members’ list is.'), t('Ask who could still get in if that person were away.')]
		case 'need': return [t('Let them talk, and keep their words.'), t('Ask what it would change if this were solved.')]
		case 'territory': return [t('Ask only as far as they like to say.')]
		case 'multi': return [t('Read the choices aloud, then ask whether something is missing.'), t('Ask for a recent example.')]
		case 'single': return [t('Ask for a recent example: “How did it go the last time?”'), t('If they hesitate between two, take the one of an ordinary week, and note why.')]
	}
}
