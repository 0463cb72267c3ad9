/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The languages every shown text exists in; French comes first. */
export const languages = ['fr', 'en'] as const

export type Language = typeof languages[number]

/** A text to show, complete in every language. */
export type LocalisedText = Record<Language, string>

/**
 * The text in the reader's language.
 *
 * @param text one string, for names that are the same in every language, or one per language
 * @param language the reader's language
 */
export function localise(text: LocalisedText | string, language: Language): string {
	return typeof text === 'string' ? text : text[language]
}

/**
 * The supported language nearest to a locale; French when there is none.
 *
 * @param locale a BCP 47 or Nextcloud locale such as `fr`, `en-GB` or `de_DE`
 */
export function languageOf(locale: string): Language {
	const primary = locale.toLowerCase().split(/[-_]/)[0]
	return languages.find((language) => language === primary) ?? 'fr'
}
