/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Decision } from '@emancipasso/shared/diagnosis/answers'

import { day } from '../dates.ts'
import { t } from '../l10n.ts'

/**
 * What was decided, in words.
 *
 * @param decision its word
 */
export function decisionWord(decision: Decision['decision']): string {
	switch (decision) {
		case 'accepted': return t('In our plan')
		case 'later': return t('Not now')
		case 'refused': return t('Not for us')
	}
}

/**
 * A decision, or one part of it, in words.
 *
 * @param part of the decision; undefined for the whole
 * @param value what it holds
 */
export function decisionPart(part: string | undefined, value: unknown): string {
	if (typeof value === 'object' && value !== null) {
		const { decision, reason } = value as Decision
		return [decisionWord(decision), reason].filter(Boolean).join(' · ')
	}
	const text = String(value)
	return part === 'decision' ? decisionWord(text as Decision['decision']) : part === 'until' || part === 'at' ? day(text) : text
}
