/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Point } from './distance.ts'

/**
 * The form of data/postcodes-fr.json. A postcode has latitude, longitude, INSEE code of the département, and 1 as a fourth
 * value when the place is only that of the communes around; a département has the latitude and longitude of its mean.
 */
export interface PostcodeTable {
	departements: Record<string, readonly number[]>
	postcodes: Record<string, readonly (number | string)[]>
}

/**
 * Typed text may name what every object inherits.
 *
 * @param entries of the table
 * @param key as typed
 */
function ownEntry<T>(entries: Record<string, readonly T[]>, key: string): readonly T[] {
	return Object.hasOwn(entries, key) ? entries[key] ?? [] : []
}

/** Where a postcode is. `approximate` means tens of kilometres are possible: say so beside any distance. */
export interface Place extends Point {
	departement: string
	approximate: boolean
}

/**
 * The département that a French postcode announces by its first digits, `44`, `2A`, `974`; undefined when it is no postcode.
 *
 * @param postcode five digits
 */
export function departementOfPostcode(postcode: string): string | undefined {
	if (!/^\d{5}$/.test(postcode)) {
		return undefined
	}
	if (postcode.startsWith('20')) {
		return postcode < '20200' ? '2A' : '2B'
	}
	return /^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)
}

/**
 * Where a French postcode is; a CEDEX or a new postcode is placed at the centre of its département.
 *
 * @param table the content of data/postcodes-fr.json
 * @param postcode as typed, spaces allowed
 * @return undefined when no French place has it
 */
export function locatePostcode(table: PostcodeTable, postcode: string): Place | undefined {
	const digits = postcode.replace(/\s/g, '')
	const [lat, lon, departement, approximate] = ownEntry(table.postcodes, digits)
	if (typeof lat === 'number' && typeof lon === 'number' && typeof departement === 'string') {
		return { lat, lon, departement, approximate: approximate === 1 }
	}
	const announced = departementOfPostcode(digits) ?? ''
	const [meanLat, meanLon] = ownEntry(table.departements, announced)
	return meanLat === undefined || meanLon === undefined
		? undefined
		: { lat: meanLat, lon: meanLon, departement: announced, approximate: true }
}
