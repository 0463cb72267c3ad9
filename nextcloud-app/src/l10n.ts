/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language, LocalisedText } from '@emancipasso/shared/language/localised-text'

import { languageOf } from '@emancipasso/shared/language/localised-text'
import { getLanguage, translate, translatePlural } from '@nextcloud/l10n'

type Values = Record<string, string | number>

/** Vue escapes what it shows; escaping here too would show `&#39;`. */
const plain = { escape: false, sanitize: false } as const

/**
 * The text in the reader's language.
 *
 * @param text the English text, which is the key in l10n/fr.json
 * @param values what stands for the `{names}` in it
 */
export function t(text: string, values: Values = {}): string {
	return translate<string>('emancipasso', text, values, undefined, plain)
}

/**
 * The text for a number, in the reader's language.
 *
 * @param singular the English text for one, `%n` is the number
 * @param plural the English text for several
 * @param count the number
 * @param values what stands for the `{names}` in it
 */
export function n(singular: string, plural: string, count: number, values: Values = {}): string {
	return translatePlural('emancipasso', singular, plural, count, values, plain)
}

/** The reader's language among ours. */
export function language(): Language {
	return languageOf(getLanguage())
}

/**
 * A text of a pack in the reader's language.
 *
 * @param text one string, or one per language
 */
export function inOurLanguage(text: LocalisedText | string): string {
	return typeof text === 'string' ? text : text[language()]
}
