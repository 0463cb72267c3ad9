/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '@emancipasso/shared/diagnosis/answers'
import type { InventoryField, Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'

import { answered } from '@emancipasso/shared/diagnosis/compare-answers'
import { inOurLanguage, t } from '../l10n.ts'
import { answerWords } from './answer-words.ts'
import { decisionPart } from './decision-words.ts'

/**
 * How a place of a diagnosis and a value in it are said to the reader.
 *
 * @param questionnaire the questions and their options
 * @param path keys from the root of the document
 * @param value what is there
 */
export function describeAnswer(questionnaire: Questionnaire, path: readonly string[], value: unknown): { place: string, value: string } {
	const [part, id, field] = path
	const values = Array.isArray(value) ? value.map(String) : [typeof value === 'object' ? '' : String(value)]
	if (part === 'answers') {
		const question = questionnaire.questions.find((one) => one.id === id)
		return question
			? { place: inOurLanguage(question.text), value: answerWords(question, answered(question, { questions: [], inventory: [], answers: { [question.id]: value as Answer } })) }
			: { place: t('An answer'), value: values.join(', ') }
	}
	if (part === 'decisions') {
		const rule = questionnaire.rules.find((one) => one.id === id)
		return { place: rule ? inOurLanguage(rule.title) : t('A decision'), value: decisionPart(field, value) }
	}
	if (part === 'notes') {
		const question = questionnaire.questions.find((one) => one.id === id)
		return { place: question ? t('Notes on “{question}”', { question: inOurLanguage(question.text) }) : t('Your notes'), value: values.join(', ') }
	}
	if (part === 'inventory' || part === 'lines') {
		const known = questionnaire.inventoryItem.fields.find((one) => one.id === field)
		const tool = typeof value === 'object' && value !== null && 'tool' in value ? String(value.tool) : null
		return { place: known ? inOurLanguage(known.text) : t('A tool of the inventory'), value: tool ?? named(known ? optionsOf(questionnaire, known) : [], values) }
	}
	return { place: t('The diagnosis'), value: values.join(', ') }
}

interface Named {
	readonly id: string
	readonly text: { readonly fr: string, readonly en: string }
}

function optionsOf(questionnaire: Questionnaire, field: InventoryField): readonly Named[] {
	if (field.type !== 'vocabulary') {
		return field.options ?? []
	}
	return (field.id === 'use' ? questionnaire.uses : questionnaire.migrationStatuses).map(({ id, label }) => ({ id, text: label }))
}

function named(options: readonly Named[], values: string[]): string {
	return values.map((value) => {
		const option = options.find(({ id }) => id === value)
		return option ? inOurLanguage(option.text) : value
	}).join(', ')
}
