/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedErasure } from '@emancipasso/shared/community/need-erasure'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'

import { Problem } from '../platform/problem.ts'
import { eraseAnswers } from './answers/answer-erasure.ts'
import { forgetNeeds } from './forget-needs.ts'
import { recordChange } from './record-change.ts'

/**
 * Erases one need: all that {@link forgetNeeds} takes, what the organisation itself answered to it, and the text of its
 * topic, at the next look. Again, it does
 * nothing more, and says how far the erasure came on the forum.
 *
 * @param database of the needs
 * @param caller the organisation
 * @param uuid of its need
 * @throws {Problem} `not-found`
 */
export async function eraseNeed(database: Pick<Database, 'kysely'>, caller: OrganisationCaller, uuid: string): Promise<NeedErasure> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const need = await transaction.selectFrom('need').select('id')
			.where('id', '=', uuid).where('instance_id', '=', caller.instance).where('organisation_id', '=', caller.organisation)
			.forUpdate().executeTakeFirst()
		if (need === undefined) {
			throw new Problem('not-found')
		}
		if ((await forgetNeeds(transaction, [need.id])).length > 0) {
			await recordChange(transaction, need.id, 'erased')
			await eraseAnswers(transaction, { instance: caller.instance, organisation: caller.organisation, need: need.id })
		}
		return await erasureOf(transaction, need.id)
	})
}

async function erasureOf(transaction: Kysely<Tables>, uuid: string): Promise<NeedErasure> {
	const row = await transaction.selectFrom('need').leftJoin('topic_link', 'topic_link.need_id', 'need.id')
		.select(['need.published_at', 'topic_link.state', 'topic_link.topic_id', 'topic_link.erasure', 'topic_link.problem'])
		.where('need.id', '=', uuid).executeTakeFirstOrThrow()
	if (row.erasure === 'by-hand') {
		return { topic: 'by-hand', ...(row.problem === null ? {} : { problem: row.problem }) }
	}
	if (row.erasure === 'done') {
		return { topic: row.topic_id === null ? 'none' : 'erased' }
	}
	// What was once public may be on its way at this very moment.
	const neverLeft = row.topic_id === null && (row.state ?? 'none') === 'none' && row.published_at === null
	return { topic: neverLeft ? 'none' : 'waiting' }
}
