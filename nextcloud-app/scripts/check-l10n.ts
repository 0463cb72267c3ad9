/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { fileURLToPath } from 'node:url'
import { pluralForms, readTranslations } from './l10n-file.ts'
import { usedKeys } from './l10n-keys.ts'

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}|%n|%\d\$s|%s/g) ?? [])].sort().join(' ')

/** What French typography wants; a space that may break leaves a mark alone at the start of a line. */
const typography: [RegExp, string][] = [
	[/[^\u00a0\u202f][:;?!»](?:\s|$)/u, 'no no-break space before : ; ? ! or »'],
	[/«(?![\u00a0\u202f])/u, 'no no-break space after «'],
	[/'/u, 'a straight apostrophe instead of ’'],
	[/\.\.\./u, 'three full stops instead of …'],
	[/ $|^ | {2}/u, 'a space too many'],
]

/**
 * Looks for texts that are missing, unused or badly written in `l10n/fr.json`.
 *
 * @param app folder of the app
 * @return one sentence for each fault; empty when all is well
 */
export function checkL10n(app: string): string[] {
	const { translations, pluralForm } = readTranslations(app)
	const { used, unreadable } = usedKeys(app)
	const wanted = new Map(used.map(({ key, file }) => [key, file]))
	const faults = unreadable.map((place) => `${place}: the text is not written in the call, so that nobody can translate it`)
	for (const [key, file] of wanted) {
		if (!Object.hasOwn(translations, key)) {
			faults.push(`${file}: “${key}” has no French text`)
		}
	}
	for (const [key, french] of Object.entries(translations)) {
		faults.push(...(wanted.has(key) ? [] : [`“${key}” is used nowhere`]), ...faultsOf(key, french))
	}
	if (!pluralForm.startsWith('nplurals=3;')) {
		faults.push('French has three plural forms in Nextcloud: pluralForm must begin with nplurals=3;')
	}
	return faults
}

function faultsOf(key: string, french: string | string[]): string[] {
	const plural = pluralForms(key)
	const texts = typeof french === 'string' ? [french] : french
	const faults: string[] = []
	if (plural !== null && texts.length !== 3) {
		faults.push(`“${key}” needs three French forms: one, many (millions) and other`)
	}
	if (plural !== null && texts[1] !== texts[2]) {
		// Browsers tell two forms apart and take the second one from two on.
		faults.push(`“${key}” must have the same second and third form`)
	}
	if (plural === null && typeof french !== 'string') {
		faults.push(`“${key}” is no plural`)
	}
	if (texts.some((text) => text.trim() === '')) {
		faults.push(`“${key}” is empty in French`)
	}
	const expected = placeholders(plural?.[1] ?? key)
	if (texts.some((text) => placeholders(text) !== expected)) {
		faults.push(`“${key}” must have the same placeholders in French: ${expected || 'none'}`)
	}
	for (const [fault, words] of typography) {
		if (texts.some((text) => fault.test(text))) {
			faults.push(`“${key}”: ${words}`)
		}
	}
	return faults
}

if (import.meta.main) {
	const faults = checkL10n(fileURLToPath(new URL('..', import.meta.url)))
	console.log(faults.length ? faults.join('\n') : 'French is complete')
	process.exitCode = faults.length ? 1 : 0
}
