/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../../discourse-connector/src/platform/database.ts'

import { randomUUID } from 'node:crypto'
import { recordOf } from '../../../discourse-connector/src/community/tables.ts'
import { leaveHints } from '../../../discourse-connector/src/platform/hints.ts'
import { CALLER, publicationOf } from './engine.ts'

const AT_ONCE = 1000

/**
 * Publishes needs as the routes do, in few statements: what happens before the forum is called is not measured here.
 *
 * @param database of the needs
 * @param numbers that tell their texts apart
 * @param hinted whether the synchronisation is told
 * @return their uuids, in the same order
 */
export async function publishNeeds({ kysely }: Pick<Database, 'kysely'>, numbers: readonly number[], hinted = true): Promise<string[]> {
	const needs = numbers.map((number) => ({ uuid: randomUUID(), publication: publicationOf(number) }))
	for (let start = 0; start < needs.length; start += AT_ONCE) {
		const some = needs.slice(start, start + AT_ONCE)
		await kysely.transaction().execute(async (transaction) => {
			await transaction.insertInto('need').values(some.map(({ uuid, publication }) => ({
				id: uuid,
				instance_id: CALLER.instance,
				organisation_id: CALLER.organisation,
				member_id: CALLER.member,
				revision: 1,
				kind: publication.kind,
				status: 'published' as const,
				status_note: null,
				publication: JSON.stringify(publication),
				published_at: new Date(),
			}))).execute()
			if (hinted) {
				await leaveHints(transaction, some.map(({ uuid }) => ({ record: recordOf(uuid), reason: 'published', priority: 0 })))
			}
		})
	}
	return needs.map(({ uuid }) => uuid)
}
