/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '@emancipasso/shared/diagnosis/answers'
import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'

import { diagnosisLimits } from '@emancipasso/shared/diagnosis/diagnosis-limits'
import { inOurLanguage, t } from '../l10n.ts'

/**
 * How a field of the inventory is called.
 *
 * @param questionnaire has the fields
 * @param field id of the field
 */
export function fieldName(questionnaire: Questionnaire, field: keyof InventoryLine): string {
	const known = questionnaire.inventoryItem.fields.find(({ id }) => id === field)
	return known ? inOurLanguage(known.text) : field
}

/**
 * What is chosen in a field of a line, in words; empty when nothing is said.
 *
 * @param questionnaire has the options
 * @param line of the inventory
 * @param field id of the field
 */
export function chosenWord(questionnaire: Questionnaire, line: InventoryLine, field: 'hosting' | 'criticality' | 'exit'): string {
	const option = questionnaire.inventoryItem.fields.find(({ id }) => id === field)?.options?.find(({ id }) => id === line[field])
	return option ? inOurLanguage(option.text) : ''
}

/**
 * How far the change of a tool is, in words; empty when nothing is said.
 *
 * @param questionnaire has the statuses
 * @param status id of one of them
 */
export function statusWord(questionnaire: Questionnaire, status: string | undefined): string {
	const known = questionnaire.migrationStatuses.find(({ id }) => id === status)
	return known ? inOurLanguage(known.label) : ''
}

/**
 * What a tool serves, in words.
 *
 * @param questionnaire has the uses
 * @param use id of a use; may be empty
 */
export function wordOfUse(questionnaire: Questionnaire, use: string): string {
	const known = questionnaire.uses.find(({ id }) => id === use)
	return known ? inOurLanguage(known.label) : t('Use not said')
}

/** Why no tool can be added to the list, or brought back. */
export function fullWords(): string {
	return t('Our list is full: it has {count} tools. Take one off before another one joins it.', { count: diagnosisLimits.inventoryLines })
}
