/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TopicConflict as Conflict } from '../../community/tables.ts'
import type { Link } from '../topics/link-store.ts'
import type { Desired, FieldName } from '../topics/state.ts'

/**
 * Whether the author corrected the record again after the conflict, having seen what the forum says.
 *
 * @param conflict that waits for an answer
 * @param desired what is wanted now
 */
export function isAnswered(conflict: Conflict | null, desired: Desired): boolean {
	return conflict !== null && desired.corrections > conflict.corrections
}

/**
 * The author's own wins: what the forum says counts as seen, so that ours is the later change.
 *
 * @param link with a conflict
 */
export function answerConflict(link: Link): Link {
	const { conflict, settled, acknowledged } = link
	if (conflict === null || settled === null || acknowledged === null) {
		return { ...link, conflict: null }
	}
	return { ...link, conflict: null, settled: { ...settled, ...conflict.base }, acknowledged: { ...acknowledged, ...conflict.base } }
}

/**
 * The forum's stays: it is people's change like every other, no trouble any more.
 *
 * @param link with a conflict
 */
export function acceptConflict(link: Link): Link {
	return { ...link, conflict: null }
}

/**
 * What is left of a conflict once both sides say the same again.
 *
 * @param conflict that waits for an answer
 * @param same fields on which both sides agree
 */
export function stillOpen(conflict: Conflict | null, same: readonly FieldName[]): Conflict | null {
	const fields = conflict?.fields.filter((field) => !same.includes(field)) ?? []
	return conflict === null || fields.length === 0 ? null : { ...conflict, fields }
}
