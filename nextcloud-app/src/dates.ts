/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCanonicalLocale } from '@nextcloud/l10n'

/**
 * A day in words: 3 mars 2026.
 *
 * @param instant ISO 8601, an instant or a day
 */
export function day(instant: string): string {
	// A day is the same one wherever the reader is.
	return inWords(instant, { dateStyle: 'long', ...instant.length === 10 ? { timeZone: 'UTC' } : {} })
}

/**
 * A day with its time: 3 mars 2026 à 14:05.
 *
 * @param instant ISO 8601
 */
export function moment(instant: string): string {
	return inWords(instant, { dateStyle: 'long', timeStyle: 'short' })
}

/**
 * The time of day in words: 14:05.
 *
 * @param instant ISO 8601
 */
export function time(instant: string): string {
	return inWords(instant, { timeStyle: 'short' })
}

/** The reader's day, ISO 8601. */
export function today(): string {
	return dayOf(new Date())
}

/**
 * The day that an instant is for the reader, ISO 8601.
 *
 * @param instant a date, or ISO 8601
 */
export function dayOf(instant: Date | string): string {
	const date = new Date(instant)
	return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/**
 * A month as short as can be read: févr. 2027.
 *
 * @param instant ISO 8601
 */
export function month(instant: string): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(instant))
}

/**
 * A month in full: février 2027.
 *
 * @param instant ISO 8601
 */
export function monthInWords(instant: string): string {
	return inWords(instant, { month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/**
 * A day without its year: 3 févr.
 *
 * @param isoDay ISO 8601
 */
export function dayOfYear(isoDay: string): string {
	return inWords(isoDay, { day: 'numeric', month: 'short', timeZone: 'UTC' })
}

function inWords(instant: string, style: Intl.DateTimeFormatOptions): string {
	const locale = getCanonicalLocale()
	const words = new Intl.DateTimeFormat(locale, style).format(new Date(instant))
	// French says “1er juin”, which Intl does not know.
	return locale.startsWith('fr') ? words.replace(/^1 /, '1er ') : words
}
