/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A place on Earth in degrees, WGS 84. */
export interface Point {
	lat: number
	lon: number
}

const earthRadiusKm = 6371

const radians = (degrees: number) => degrees * Math.PI / 180

/**
 * Distance as the crow flies, in kilometres, not rounded.
 *
 * @param a one place
 * @param b the other
 */
export function distanceKm(a: Point, b: Point): number {
	const sinLat = Math.sin(radians(b.lat - a.lat) / 2)
	const sinLon = Math.sin(radians(b.lon - a.lon) / 2)
	const chord = sinLat * sinLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon * sinLon
	return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}
