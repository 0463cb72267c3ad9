/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { Priority } from '../platform/hints.ts'
import { recordChanges } from './record-change.ts'

/**
 * Makes it known that an instance or one of its organisations was suspended or resumed: their needs leave the view of
 * others, and their topics the lists of the forum, or come back.
 *
 * @param transaction that changed the state
 * @param instance suspended or resumed
 * @param organisation the one of its organisations; all when left out
 */
export async function recordSuspension(transaction: Kysely<Tables>, instance: string, organisation?: string): Promise<void> {
	const needs = await transaction.selectFrom('need').select('id').where('instance_id', '=', instance).where('status', 'in', ['published', 'withdrawn'])
		.$if(organisation !== undefined, (query) => query.where('organisation_id', '=', organisation ?? ''))
		.orderBy('id').forUpdate().execute()
	await recordChanges(transaction, needs.map(({ id }) => id), 'suspended or resumed', Priority.change)
}
