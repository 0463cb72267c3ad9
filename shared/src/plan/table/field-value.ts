/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '../../diagnosis/answers.ts'
import type { InventoryField, Questionnaire } from '../../diagnosis/questionnaire.ts'
import type { LocalisedText } from '../../language/localised-text.ts'
import type { Solutions } from '../solution.ts'

import { diagnosisLimits } from '../../diagnosis/diagnosis-limits.ts'
import { normalise } from '../../language/normalise.ts'
import { findToolNamed } from '../solution-lookup.ts'

/** What names tools, uses and options. */
export interface TableNames {
	readonly questionnaire: Pick<Questionnaire, 'uses' | 'inventoryItem' | 'migrationStatuses'>
	readonly solutions: Pick<Solutions, 'tools' | 'solutions'>
}

export type FieldId = keyof InventoryLine

interface Choice {
	readonly id: string
	readonly name: LocalisedText | string
}

/**
 * The value of a field from what somebody wrote in a cell, in French or English; undefined when it is not understood.
 *
 * @param field of the inventory
 * @param text what is written, not blank
 * @param names of tools, uses and options
 */
export function fieldValue(field: InventoryField, text: string, names: TableNames): InventoryLine[FieldId] {
	switch (field.type) {
		case 'tool-or-text':
			return findToolNamed(names.solutions, text)?.id ?? text.slice(0, diagnosisLimits.tool)
		case 'text':
			return text.slice(0, diagnosisLimits.mustHave)
		case 'number':
			return wholeNumber(text)
		case 'scale':
			return scaleValue(text, field)
		case 'money-per-year':
			return moneyPerYear(text)
		case 'multi': {
			const found = text.split(/[,;|/\n]/u).filter((part) => part.trim() !== '').map((part) => chosen(part, choicesOf(field, names))?.id)
			return found.includes(undefined) ? undefined : [...new Set(found as string[])]
		}
		default:
			return chosen(text, choicesOf(field, names))?.id
	}
}

/**
 * What can be chosen in a field; empty for one that takes any text or number.
 *
 * @param field of the inventory
 * @param names of tools, uses and options
 */
export function choicesOf(field: InventoryField, names: TableNames): Choice[] {
	const labelled = (terms: readonly { readonly id: string, readonly label: LocalisedText }[]) => terms.map(({ id, label }) => ({ id, name: label }))
	switch (field.type) {
		case 'tool-or-text': return [...names.solutions.tools, ...names.solutions.solutions]
		case 'vocabulary': return labelled(field.id === 'use' ? names.questionnaire.uses : names.questionnaire.migrationStatuses)
		default: return (field.options ?? []).map(({ id, text }) => ({ id, name: text }))
	}
}

/**
 * The choice that is written: by its name or id, or by a beginning that no other choice has.
 *
 * @param text what is written
 * @param choices to look among
 */
function chosen(text: string, choices: readonly Choice[]): Choice | undefined {
	const wanted = normalise(text)
	if (wanted === '') {
		return undefined
	}
	const spellings = ({ id, name }: Choice) => [id, ...typeof name === 'string' ? [name] : [name.fr, name.en]].map(normalise)
	const exact = choices.find((choice) => spellings(choice).includes(wanted))
	const begun = wanted.length > 2 ? choices.filter((choice) => spellings(choice).some((one) => one.startsWith(wanted))) : []
	return exact ?? (begun.length === 1 ? begun[0] : undefined)
}

/** Digits may be grouped by spaces, as in 1 200. */
const ungrouped = (text: string) => text.replace(/(?<=\d)[\s\u00A0\u202F’'](?=\d{3}(?:\D|$))/gu, '')

function wholeNumber(text: string): number | undefined {
	const [, digits] = /^(?:env(?:iron)?\.?|about|~)?\s*(\d{1,7})(?:\s*\p{L}[\p{L}\s.·]*)?$/iu.exec(ungrouped(text)) ?? []
	const number = Number(digits)
	return digits !== undefined && number <= diagnosisLimits.count ? number : undefined
}

function scaleValue(text: string, field: InventoryField): number | undefined {
	const { min = 1, max = 4 } = field
	const [, digits, of] = /^(\d+)(?:\s*(?:\/|sur|out of)\s*(\d+))?$/iu.exec(text) ?? []
	const number = Number(digits)
	// A mark out of another number than ours says something else.
	return digits !== undefined && (of === undefined || Number(of) === max) && number >= min && number <= max ? number : undefined
}

function moneyPerYear(text: string): number | undefined {
	if (/^(?:gratuit|free|rien|aucun|none|-|–)$/iu.test(text)) {
		return 0
	}
	const [, whole, cents, rest = ''] = /^(?:€\s*)?(\d+)(?:[.,](\d{1,2}))?\s*(.*)$/u.exec(ungrouped(text)) ?? []
	const unit = normalise(rest.replace('€', 'euro'))
	const monthly = /^(?:euros?|eur)? ?(?:par|per|a)? ?(?:mois|month)$/u.test(unit)
	if (whole === undefined || !(monthly || /^(?:euros?|eur)? ?(?:(?:par|per|a)? ?(?:an|annee|year|yr))?$/u.test(unit))) {
		return undefined
	}
	const euros = Number(`${whole}.${cents ?? 0}`) * (monthly ? 12 : 1)
	return euros <= diagnosisLimits.cost ? Math.round(euros * 100) / 100 : undefined
}
