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
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'long' }).format(new Date(instant))
}

/**
 * A day with its time: 3 mars 2026 à 14:05.
 *
 * @param instant ISO 8601
 */
export function moment(instant: string): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))
}
