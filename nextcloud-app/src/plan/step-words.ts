/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Step } from '@emancipasso/shared/vocabulary/steps'

import { t } from '../l10n.ts'

/**
 * What is done in a step, in plain words; empty for one that a later questionnaire may have.
 *
 * @param step id of a step
 */
export function stepMeaning(step: string): string {
	const meanings: Record<Step, string> = {
		'needs-assessment': t('Look at your tools and habits, and at what a change should bring.'),
		'awareness-engagement': t('Talk about it with everybody concerned: why change, and what worries people.'),
		strategy: t('Set clear goals, how you will see that they are reached, and who does what; tell everybody.'),
		'tool-choice': t('Compare tools, try them with a few people, and choose when to change. Rarely everything at once.'),
		'process-adaptation': t('Set up the new tool, move your data over, and write down how you work with it.'),
		'skills-support': t('See who knows what already, and learn what is missing, together or in a training.'),
		'integration-collaboration': t('Make it part of everyday life: those at ease help those who are less so.'),
		'continuous-adaptation': t('Look back from time to time at what works, and adjust.'),
	}
	return meanings[step as Step] ?? ''
}
