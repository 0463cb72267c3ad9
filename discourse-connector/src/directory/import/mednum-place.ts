/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import postcodes from '@emancipasso/shared/data/postcodes-fr.json' with { type: 'json' }
import { locatePostcode } from '@emancipasso/shared/geography/postcode'
import { regionOfDepartement } from '@emancipasso/shared/vocabulary/regions'
import { cutAtWord } from './clean-text.ts'

type Note = (column: string, what: string) => void

/**
 * The address of a row of the mednum standard, with coordinates when they can be known.
 *
 * @param cells of the row
 * @param commune where it is
 * @param street and what completes it
 * @param note says what was changed
 */
export function addressOf(cells: Readonly<Record<string, string>>, commune: string, street: string, note: Note) {
	const postcode = (cells.code_postal ?? '').replace(/\s/g, '')
	const inseeCode = (cells.code_insee ?? '').trim()
	const validInsee = /^(\d{5}|2[AB]\d{3})$/.test(inseeCode)
	if (inseeCode !== '' && !validInsee) {
		note('code_insee', `“${inseeCode}” is no code of a commune; left out`)
	}
	const located = locatePostcode(postcodes, postcode)
	const region = regionOfDepartement(located?.departement ?? '')
	if (street.length > 200) {
		note('adresse', 'cut to 200 characters')
	}
	return {
		...(street === '' ? {} : { street: cutAtWord(street, 200) }),
		postcode,
		commune,
		...(validInsee ? { inseeCode } : {}),
		country: 'FR',
		...(region === undefined ? {} : { region }),
		...pointOf(cells, located, note),
	}
}

/**
 * @param cells of the row
 * @param located where its postcode is
 * @param note says what was changed
 */
function pointOf(cells: Readonly<Record<string, string>>, located: { lat: number, lon: number } | undefined, note: Note) {
	const [latitude, longitude] = [(cells.latitude ?? '').trim().replace(',', '.'), (cells.longitude ?? '').trim().replace(',', '.')]
	const [lat, lon] = [Number(latitude), Number(longitude)]
	if (latitude !== '' && longitude !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0)) {
		return { lat, lon }
	}
	note('latitude, longitude', `${latitude + longitude === '' ? 'missing' : `“${latitude}, ${longitude}” is nowhere`}; ${located ? 'placed where its postcode is' : 'it has no distance'}`)
	return located ? { lat: located.lat, lon: located.lon } : {}
}
