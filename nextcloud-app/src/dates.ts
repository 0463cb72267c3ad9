/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCanonicalLocale } from '@nextcloud/l10n'

/**
 * A day in words: 3 mars 2026.
 *
 * @param instant ISO 8601
 */
export function day(instant: string): string {
	return inWords(instant, { dateStyle: 'long' })
}

/**
 * A day with its time: 3 mars 2026 à 14:05.
 *
 * @param instant ISO 8601
 */
export function moment(instant: string): string {
	return inWords(instant, { dateStyle: 'long', timeStyle: 'short' })
}

/** The day of the reader's clock, ISO 8601. */
export function today(): string {
	const now = new Date()
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function inWords(instant: string, style: Intl.DateTimeFormatOptions): string {
	const locale = getCanonicalLocale()
	const words = new Intl.DateTimeFormat(locale, style).format(new Date(instant))
	// French says “1er juin”, which Intl does not know.
	return locale.startsWith('fr') ? words.replace(/^1 /, '1er ') : words
}
