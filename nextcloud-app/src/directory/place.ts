/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Place } from '@emancipasso/shared/geography/postcode'

import { locatePostcode } from '@emancipasso/shared/geography/postcode'

/** What a typed postcode is: a place, nothing yet, or unknown. */
export type Located = { state: 'none' } | { state: 'unknown' } | { state: 'found', place: Place }

/**
 * Where a French postcode is. The table is large, so it comes only when somebody types one.
 *
 * @param postcode as typed
 */
export async function locate(postcode: string): Promise<Located> {
	const digits = postcode.replace(/\s/g, '')
	if (digits.length < 5) {
		return { state: 'none' }
	}
	const { default: data } = await import('@emancipasso/shared/data/postcodes-fr.json')
	const place = locatePostcode(data as object as Parameters<typeof locatePostcode>[0], digits)
	return place ? { state: 'found', place } : { state: 'unknown' }
}
