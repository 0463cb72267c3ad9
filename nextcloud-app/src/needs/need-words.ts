/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'

import { needKinds, needSectionLabels, needSections, needUrgencies, needUrgencyLabels } from '@emancipasso/shared/community/need-vocabulary'
import { communityKinds } from '@emancipasso/shared/vocabulary/community-kinds'
import { inOurLanguage, language, t } from '../l10n.ts'

/**
 * How a place of a draft and a value in it are said to the reader.
 *
 * @param path keys from the root of the draft
 * @param value what is there
 */
export function describeField(path: readonly string[], value: unknown): { place: string, value: string } {
	const text = Array.isArray(value) ? value.join(', ') : String(value)
	const kind = needKinds.find((one) => one === value)
	const urgency = needUrgencies.find((one) => one === value)
	return {
		place: fieldName(path[0] ?? ''),
		value: path[0] === 'kind' && kind ? kindName(kind) : path[0] === 'urgency' && urgency ? inOurLanguage(needUrgencyLabels[urgency]) : text,
	}
}

/**
 * What a part of a need is called.
 *
 * @param field of the draft or of the publication
 */
export function fieldName(field: string): string {
	const section = needSections.find((one) => one === field)
	if (section) {
		return inOurLanguage(needSectionLabels[section])
	}
	switch (field) {
		case 'title': return t('Title')
		case 'kind': return t('Kind')
		case 'tools':
		case 'toolsConcerned': return t('Tools concerned')
		case 'urgency': return t('How soon')
		case 'budgetHint': return t('Budget (never published)')
		case 'answer': return t('Your answer')
		case 'answerName': return t('Name shown')
		default: return t('Signature')
	}
}

/**
 * What a kind of need is called.
 *
 * @param kind id of the kind
 * @param spoken the language; the reader's when left out
 */
export function kindName(kind: string, spoken: Language = language()): string {
	return communityKinds.find(({ id }) => id === kind)?.label[spoken] ?? kind
}
