/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A JSON object. A member of it is never null: in a merge patch (RFC 7396) null means "remove". */
export type JsonObject = Record<string, unknown>

/** One place that two people changed differently. */
export interface Conflict {
	path: string[]
	ours: unknown
	theirs: unknown
}

/**
 * The smallest merge patch that turns one document into the other. Lists are replaced whole.
 *
 * @param from the document as it was
 * @param to the document as it is
 */
export function createPatch(from: JsonObject, to: JsonObject): JsonObject {
	const patch: JsonObject = {}
	for (const key of Object.keys(from)) {
		if (!Object.hasOwn(to, key) || to[key] === undefined) {
			patch[key] = null
		}
	}
	for (const [key, value] of Object.entries(to)) {
		const before = Object.hasOwn(from, key) ? from[key] : undefined
		if (value === undefined || sameJson(before, value)) {
			continue
		}
		patch[key] = isObject(before) && isObject(value) ? createPatch(before, value) : value
	}
	return patch
}

/**
 * The document after a merge patch; neither argument is changed.
 *
 * @param document what is patched
 * @param patch RFC 7396
 */
export function applyPatch(document: JsonObject, patch: JsonObject): JsonObject {
	const result = { ...document }
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) {
			delete result[key]
		} else if (isObject(value)) {
			result[key] = applyPatch(isObject(result[key]) ? result[key] : {}, value)
		} else {
			result[key] = value
		}
	}
	return result
}

/**
 * Joins what two people changed since the same document. Where both changed one place differently
 * the result keeps ours and names the place.
 *
 * @param base what both started from
 * @param ours our document
 * @param theirs their document
 */
export function mergeThreeWay(base: JsonObject, ours: JsonObject, theirs: JsonObject): { merged: JsonObject, conflicts: Conflict[] } {
	const mine = createPatch(base, ours)
	return { merged: applyPatch(theirs, mine), conflicts: collide(mine, createPatch(base, theirs), []) }
}

/**
 * Joins what two people changed since the same document, one of them winning where both changed one place.
 *
 * @param base what both started from
 * @param ours our document
 * @param theirs their document
 * @param winner whose version is kept there
 */
export function mergeChoosing(base: JsonObject, ours: JsonObject, theirs: JsonObject, winner: 'ours' | 'theirs'): JsonObject {
	const { merged, conflicts } = mergeThreeWay(base, ours, theirs)
	return winner === 'ours' ? merged : conflicts.reduce((result, conflict) => applyPatch(result, patchAt(conflict.path, conflict.theirs)), merged)
}

/**
 * Whether a patch changes nothing.
 *
 * @param patch RFC 7396
 */
export function isEmpty(patch: JsonObject): boolean {
	return Object.keys(patch).length === 0
}

/**
 * A patch that sets one place.
 *
 * @param path keys from the root
 * @param value what to put there; undefined removes
 */
function patchAt(path: readonly string[], value: unknown): JsonObject {
	return path.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), value ?? null) as JsonObject
}

function collide(ours: JsonObject, theirs: JsonObject, path: string[]): Conflict[] {
	return Object.keys(ours).filter((key) => Object.hasOwn(theirs, key)).flatMap((key) => {
		const [a, b] = [ours[key], theirs[key]]
		if (sameJson(a, b)) {
			return []
		}
		return isObject(a) && isObject(b) ? collide(a, b, [...path, key]) : [{ path: [...path, key], ours: a, theirs: b }]
	})
}

function sameJson(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
	}
	if (isObject(a) && isObject(b)) {
		const keys = Object.keys(a)
		return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
	}
	return a === b
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
