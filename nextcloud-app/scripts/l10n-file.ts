/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `l10n/fr.json`, in the form that Nextcloud itself reads. A plural has the key `_one_::_many_` and three forms. */
export interface TranslationFile {
	translations: Record<string, string | string[]>
	pluralForm: string
}

/**
 * The French texts, by their English key.
 *
 * @param app folder of the app
 */
export function readTranslations(app: string): TranslationFile {
	return JSON.parse(readFileSync(join(app, 'l10n/fr.json'), 'utf8')) as TranslationFile
}

/**
 * The two English forms of a plural key, or null for a plain one.
 *
 * @param key of the file
 */
export function pluralForms(key: string): [string, string] | null {
	const [, singular, plural] = /^_(.*)_::_(.*)_$/s.exec(key) ?? []
	return singular === undefined || plural === undefined ? null : [singular, plural]
}
