/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { leaveHints, Priority } from '../platform/hints.ts'
import { noteChanges } from './change-feed.ts'
import { recordOf } from './tables.ts'

/**
 * Says that a need changed: to the clouds by the change feed, to the synchronisation by a hint, both only if the
 * transaction commits. Call it last: every transaction then locks rows of needs, the order of changes, and hints in
 * this order, and none waits for another in a circle.
 *
 * @param transaction the one that changed it
 * @param uuid of the need
 * @param reason a few words for the operator
 */
export async function recordChange(transaction: Kysely<Tables>, uuid: string, reason: string): Promise<void> {
	await recordChanges(transaction, [uuid], reason, Priority.person)
}

/**
 * The same for many needs.
 *
 * @param transaction the one that changed them
 * @param uuids of the needs
 * @param reason a few words for the operator
 * @param priority of looking at them
 */
export async function recordChanges(transaction: Kysely<Tables>, uuids: readonly string[], reason: string, priority: Priority): Promise<void> {
	if (uuids.length > 0) {
		await noteChanges(transaction, 'need', uuids)
		await leaveHints(transaction, uuids.map((uuid) => ({ record: recordOf(uuid), reason, priority })))
	}
}
