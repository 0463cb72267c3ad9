/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Fault } from './fault.ts'

interface Identified { readonly id: string }

/**
 * The ids of a list.
 *
 * @param list entries with an id
 */
export function idsOf(list: readonly Identified[] | undefined): ReadonlySet<string> {
	return new Set((list ?? []).map(({ id }) => id))
}

/**
 * Ids that are referred to and do not exist.
 *
 * @param at where they are referred to
 * @param what they would be: question, use
 * @param ids the references
 * @param known the ids that exist
 */
export function unknownIds(at: string, what: string, ids: readonly string[] | undefined, known: ReadonlySet<string>): Fault[] {
	return (ids ?? []).filter((id) => !known.has(id)).map((id) => ({ at, words: `there is no ${what} ${id}` }))
}

/**
 * Ids that a list has more than once.
 *
 * @param at what the list is called
 * @param list entries with an id
 */
export function repeatedIds(at: string, list: readonly Identified[]): Fault[] {
	const repeated = list.filter(({ id }, place) => list.findIndex((other) => other.id === id) !== place)
	return [...idsOf(repeated)].map((id) => ({ at, words: `has ${id} more than once` }))
}
