/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AgreementWord } from '@emancipasso/shared/diagnosis/workshop/agreement'

import { t } from '../l10n.ts'

/**
 * How far people agree, in words.
 *
 * @param word of the agreement
 */
export function agreementWords(word: AgreementWord): string {
	switch (word) {
		case 'agreed': return t('All agree')
		case 'mostly': return t('Most agree')
		case 'split': return t('Opinions differ')
		case 'clarify': return t('To be clarified')
	}
}

/**
 * What to ask the group.
 *
 * @param word of the agreement
 */
export function facilitationPrompt(word: AgreementWord): string {
	switch (word) {
		case 'agreed': return t('Say it, and go on: this is settled.')
		case 'mostly': return t('Ask whoever sees it otherwise what they know that others do not.')
		case 'split': return t('Ask for a recent example on each side. Often people speak of different things.')
		case 'clarify': return t('Ask who could know. Nobody has to know everything.')
	}
}
