/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Whether a value is a JSON object.
 *
 * @param value anything
 */
function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Applies a JSON merge patch (RFC 7396): null removes a key, maps are merged, anything else replaces.
 *
 * @param target left as it is
 * @param patch what to change
 */
export function mergePatch(target: unknown, patch: Record<string, unknown>): Record<string, unknown> {
	// Entries, not spread assignments: a key such as __proto__ is data here.
	const merged = new Map(Object.entries(isMap(target) ? target : {}))
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) {
			merged.delete(key)
		} else {
			merged.set(key, isMap(value) ? mergePatch(merged.get(key), value) : value)
		}
	}
	return Object.fromEntries(merged)
}

/**
 * One patch that does what two do, one after the other.
 *
 * @param first left as it is
 * @param second left as it is
 * @return null where no patch says it: a map that begins anew where something else was put or removed
 */
export function joinPatches(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown> | null {
	const joined = new Map(Object.entries(first))
	for (const [key, value] of Object.entries(second)) {
		if (isMap(value) && joined.has(key)) {
			const earlier = joined.get(key)
			const both = isMap(earlier) ? joinPatches(earlier, value) : null
			if (both === null) {
				return null
			}
			joined.set(key, both)
		} else {
			joined.set(key, value)
		}
	}
	return Object.fromEntries(joined)
}
