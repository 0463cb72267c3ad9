/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '../../diagnosis/answers.ts'
import type { Language } from '../../language/localised-text.ts'
import type { TableNames } from './field-value.ts'

import { localise } from '../../language/localised-text.ts'
import { choicesOf } from './field-value.ts'

/**
 * The inventory as rows of a spreadsheet, the titles first, in words; pasted again they give the same lines.
 *
 * @param lines of the inventory
 * @param names of tools, uses and options
 * @param language of the words
 */
export function inventoryRows(lines: readonly InventoryLine[], names: TableNames, language: Language): (string | number)[][] {
	const { fields } = names.questionnaire.inventoryItem
	const columns = fields.map((field) => {
		const words = new Map(choicesOf(field, names).map(({ id, name }) => [id, localise(name, language)]))
		return (line: InventoryLine): string | number => {
			const value = (line as Record<string, unknown>)[field.id]
			if (typeof value === 'number') {
				return value
			}
			const ids = Array.isArray(value) ? value as string[] : typeof value === 'string' ? [value] : []
			return ids.map((id) => words.get(id) ?? id).join(' | ')
		}
	})
	return [fields.map(({ text }) => text[language]), ...lines.map((line) => columns.map((cell) => cell(line)))]
}
