/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pluralForms, readTranslations } from './l10n-file.ts'

/**
 * Writes what the browser loads: `l10n/fr.js` from the translations, `l10n/en.js` from their keys.
 *
 * @param app folder of the app
 * @return how many texts there are
 */
export function buildL10n(app: string): number {
	const { translations, pluralForm } = readTranslations(app)
	const english = Object.fromEntries(Object.keys(translations).map((key) => [key, pluralForms(key) ?? key]))
	write(app, 'fr', translations, pluralForm)
	write(app, 'en', english, 'nplurals=2; plural=(n != 1);')
	return Object.keys(translations).length
}

function write(app: string, language: string, texts: Record<string, string | string[]>, pluralForm: string): void {
	writeFileSync(join(app, `l10n/${language}.js`), `OC.L10N.register(\n\t"emancipasso",\n${JSON.stringify(texts, null, '\t')},\n${JSON.stringify(pluralForm)});\n`)
}

if (import.meta.main) {
	console.log(`${buildL10n(fileURLToPath(new URL('..', import.meta.url)))} texts in French and English`)
}
