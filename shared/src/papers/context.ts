/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DiagnosisDocument, InventoryLine } from '../diagnosis/answers.ts'
import type { Evaluation } from '../diagnosis/evaluate.ts'
import type { Questionnaire } from '../diagnosis/questionnaire.ts'
import type { Language, LocalisedText } from '../language/localised-text.ts'
import type { Action } from '../plan/action.ts'
import type { Solutions } from '../plan/solution.ts'
import type { Paper } from './paper.ts'

import { localise } from '../language/localised-text.ts'

/** What every paper says of itself. */
export interface PaperContext {
	readonly language: Language
	/** Name of the organisation. */
	readonly organisation: string
	/** ISO day on which it is made. */
	readonly date: string
	/** Of the application. */
	readonly appVersion: string
}

/** A diagnosis with all that it is read with. */
export interface ReadDiagnosis {
	readonly title: string
	/** ISO day of the last answer. */
	readonly date: string
	readonly document: Pick<DiagnosisDocument, 'form' | 'method' | 'decisions'>
	readonly questionnaire: Questionnaire
	readonly evaluation: Evaluation
	/** How many people answered, when that is known. */
	readonly respondents?: number
}

/** An action with what the store knows of it. */
export interface PlannedAction {
	readonly id: string
	readonly action: Action
	/** What people call its owner; empty for nobody. */
	readonly ownerName: string
	readonly revision: number
	/** ISO instant. */
	readonly updatedAt: string
}

/** What names are looked up in. */
export interface Names {
	readonly questionnaire: Pick<Questionnaire, 'uses' | 'inventoryItem' | 'migrationStatuses'>
	readonly solutions: Pick<Solutions, 'tools' | 'solutions'>
}

/**
 * A day in words: 1er mars 2026, 1 March 2026. Anything that is no day stays as it is.
 *
 * @param day ISO day or instant, of which the day counts
 * @param language the reader's language
 */
export function longDay(day: string, language: Language): string {
	const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day) ?? []
	if (year === undefined) {
		return day
	}
	const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${year}-${month}-${date}T12:00:00Z`))
	// French says “1er juin”, which Intl does not know.
	return language === 'fr' ? words.replace(/^1 /u, '1er ') : words
}

/**
 * An amount as one writes it: 1 200 €, 12,50 €. Cents only where there are some.
 *
 * @param amount in euros
 * @param language the reader's language
 */
export function euros(amount: number, language: Language): string {
	return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }).format(amount)
}

/**
 * The line that every paper ends with: who made it, when, and with which versions.
 *
 * @param context of the paper
 * @param questionnaire when the paper says what a diagnosis found
 */
export function imprintOf(context: PaperContext, questionnaire?: Pick<Questionnaire, 'version'>): string {
	const { language, organisation, appVersion } = context
	const day = longDay(context.date, language)
	return language === 'fr'
		? `Document fait par l’association elle-même (${organisation}), le ${day}, avec Émancip’Asso ${appVersion}${questionnaire ? `, questionnaire ${questionnaire.version}` : ''}.`
		: `Made by the association itself (${organisation}) on ${day}, with Émancip’Asso ${appVersion}${questionnaire ? `, questionnaire ${questionnaire.version}` : ''}.`
}

/**
 * What every paper says before and below its content.
 *
 * @param context of the paper
 * @param title in both languages
 * @param diagnosis when the paper says what it found
 */
export function frameOf(context: PaperContext, title: LocalisedText, diagnosis?: Pick<ReadDiagnosis, 'questionnaire'>): Omit<Paper, 'blocks'> {
	const { language, organisation, date } = context
	return {
		language,
		title: localise(title, language),
		author: organisation,
		date,
		subtitle: `${organisation} · ${longDay(date, language)}`,
		imprint: imprintOf(context, diagnosis?.questionnaire),
	}
}

/**
 * The label of an option of an inventory field, or the id when the questionnaire has none.
 *
 * @param names where options are looked up
 * @param field id of the field
 * @param value id of an option; undefined gives nothing
 * @param language the reader's language
 */
export function fieldLabel(names: Names, field: keyof InventoryLine, value: string | undefined, language: Language): string {
	const option = names.questionnaire.inventoryItem.fields.find(({ id }) => id === field)?.options?.find(({ id }) => id === value)
	return option ? localise(option.text, language) : value ?? ''
}

/** What is said of a tool whose use nobody has written down. */
const useUnsaid: LocalisedText = { fr: 'usage à préciser', en: 'use to be specified' }

/**
 * What a tool is used for, in words: a blank would look like a fault of the paper.
 *
 * @param names where uses are looked up
 * @param use its id; empty when nobody said it
 * @param language the reader's language
 */
export function useLabel(names: Names, use: string, language: Language): string {
	return termLabel(names.questionnaire.uses, use, language) || localise(useUnsaid, language)
}

/**
 * The label of a term, or the id when there is none.
 *
 * @param terms of a vocabulary
 * @param id of a term; undefined gives nothing
 * @param language the reader's language
 */
export function termLabel(terms: readonly { readonly id: string, readonly label: { readonly fr: string, readonly en: string } }[], id: string | undefined, language: Language): string {
	const term = terms.find((one) => one.id === id)
	return term ? term.label[language] : id ?? ''
}
