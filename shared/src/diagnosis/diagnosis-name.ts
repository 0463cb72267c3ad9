/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '../language/localised-text.ts'
import type { DiagnosisForm, DiagnosisMethod } from './answers.ts'

import { languages, localise } from '../language/localised-text.ts'

/** When a diagnosis began, in words of the person who began it. */
export interface Beginning {
	/** 28 novembre 2026. */
	readonly day: string
	/** 21:36. */
	readonly time: string
}

const methods: Record<DiagnosisMethod, LocalisedText> = {
	self: { fr: 'Autodiagnostic', en: 'Self-diagnosis' },
	guided: { fr: 'Entretien', en: 'Interview' },
	group: { fr: 'Atelier', en: 'Workshop' },
}
const forms: Record<DiagnosisForm, LocalisedText> = {
	short: { fr: '(forme courte)', en: '(short form)' },
	full: { fr: '(forme complète)', en: '(full form)' },
}
const of: LocalisedText = { fr: 'du', en: 'of' }
const at: LocalisedText = { fr: 'à', en: 'at' }

/**
 * What a diagnosis is called until people call it otherwise: how it is made, its day and its form. The time of day, and
 * then a number, come in only where the association has another one of the same name.
 *
 * @param diagnosis how it is made
 * @param diagnosis.method by oneself, in an interview, in a workshop
 * @param diagnosis.form short or full
 * @param beginning when it began
 * @param taken names of the other diagnoses
 * @param language in which it is called so from then on, whoever reads it
 */
export function nameDiagnosis(diagnosis: { readonly method: DiagnosisMethod, readonly form: DiagnosisForm }, beginning: Beginning, taken: readonly string[], language: Language): string {
	const named = (when: string) => [methods[diagnosis.method], of, when, forms[diagnosis.form]].map((word) => localise(word, language)).join(' ')
	const name = named(beginning.day)
	return taken.includes(name) ? numbered(named(`${beginning.day} ${localise(at, language)} ${beginning.time}`), taken) : name
}

/**
 * The name of a diagnosis that goes on as a full one: its name said the short form. Any other name stays.
 *
 * @param name in any language
 * @param taken names of the other diagnoses
 */
export function nameOnceFull(name: string, taken: readonly string[]): string {
	const language = languages.find((one) => name.endsWith(forms.short[one]))
	return language === undefined ? name : numbered(name.slice(0, -forms.short[language].length) + forms.full[language], taken)
}

function numbered(name: string, taken: readonly string[]): string {
	let free = name
	for (let number = 2; taken.includes(free); number++) {
		free = `${name} – ${number}`
	}
	return free
}
