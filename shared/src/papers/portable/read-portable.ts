/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Shape } from './check-shape.ts'
import type { Portable } from './portable.ts'

import { misfit, onlyKnown } from './check-shape.ts'

/** The largest file that is read, in characters; a file of more bytes is none of ours either. */
export const largestPortable = 30_000_000

/** Why a file cannot be taken in: it is no such file, it is from a newer version, or a part of it is not as it should be. */
export type PortableProblem
	= | { readonly problem: 'too-large' | 'not-ours' | 'newer' }
		| { readonly problem: 'damaged', readonly place: string }

/**
 * Reads a file that `makePortable` made, wherever it has been since. Whatever it holds, the answer is either wholly what
 * the schema says or a reason.
 *
 * @param text of the file
 * @param shape the schema, from `data/portable.schema.json`
 */
export function readPortable(text: string, shape: Shape): Portable | PortableProblem {
	if (text.length > largestPortable) {
		return { problem: 'too-large' }
	}
	const value = parsed(text)
	if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'emancipasso-organisation') {
		return { problem: 'not-ours' }
	}
	if ('formatVersion' in value && typeof value.formatVersion === 'number' && value.formatVersion > 1) {
		return { problem: 'newer' }
	}
	const place = misfit(value, shape) ?? secondOfAnId(value as Portable)
	return place ? { problem: 'damaged', place: place.join(' › ').slice(0, 200) } : onlyKnown(value, shape) as Portable
}

/**
 * Where an id stands a second time: what has it would be taken for what had it first.
 *
 * @param portable what fits the schema
 */
function secondOfAnId(portable: Portable): readonly string[] | null {
	const seen = new Set<string>()
	for (const kind of ['diagnoses', 'actions', 'needs'] as const) {
		for (const [at, { id }] of portable[kind].entries()) {
			const key = id.toLowerCase()
			if (seen.has(key)) {
				return [kind, String(at), 'id']
			}
			seen.add(key)
		}
	}
	return null
}

function parsed(text: string): unknown {
	try {
		// A key that would reach into every object is nobody’s word.
		return JSON.parse(text.replace(/^\ufeff/u, ''), (key, value: unknown) => key === '__proto__' ? undefined : value)
	} catch {
		return undefined
	}
}
