/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ToldField } from './action-history.ts'
import type { ActionNames } from './action-words.ts'

import { t } from '../l10n.ts'
import { actionFieldName, fieldValueWord } from './action-words.ts'

/**
 * How a place of an action and a value in it are said to the reader.
 *
 * @param names steps, uses and tools
 * @param path keys from the root of the document
 * @param value what is there
 */
export function describeAction(names: ActionNames, path: readonly string[], value: unknown): { place: string, value: string } {
	const [part, inner, field] = path
	if (part === 'checklist') {
		const text = typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value)
		return { place: t('A point to tick off'), value: field === 'done' ? (value === true ? t('Ticked off') : t('Open')) : text }
	}
	const told = (part === 'migration' ? inner : part) as ToldField | undefined
	return told === undefined || typeof value === 'object' ? { place: t('The move'), value: '' } : { place: actionFieldName(told) ?? told, value: fieldValueWord(told, value, names) }
}
