/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerWithNeed } from '@emancipasso/shared/community/answer'
import type { OrganisationCaller } from '../../platform/caller.ts'
import type { Database } from '../../platform/database.ts'

import { sql } from 'kysely'
import { isVisible } from '../need-view.ts'
import { toOwnAnswer } from './answer-view.ts'

const MOST = 100

/**
 * What an organisation answered to anybody's needs, the newest first, as long as something of it is left: what it answered
 * to a need that was erased since can be found nowhere else.
 *
 * @param database of the answers
 * @param caller the organisation
 */
export async function listAnswers(database: Pick<Database, 'kysely'>, caller: OrganisationCaller): Promise<AnswerWithNeed[]> {
	const rows = await database.kysely.selectFrom('posted_reply').innerJoin('need', 'need.id', 'posted_reply.need_id')
		.selectAll('posted_reply')
		.select(sql<string | null>`case when ${isVisible(caller)} then need.publication->>'title' end`.as('need_title'))
		.where('posted_reply.instance_id', '=', caller.instance).where('posted_reply.organisation_id', '=', caller.organisation)
		.where(({ or, and, eb }) => or([eb('posted_reply.status', '=', 'published'), and([eb('posted_reply.status', '=', 'withdrawn'), eb('posted_reply.state', 'not in', ['gone', 'none'])])]))
		.orderBy('posted_reply.created_at', 'desc').orderBy('posted_reply.id').limit(MOST).execute()
	return rows.map(({ need_title: title, ...answer }) => ({ need: { uuid: answer.need_id, ...(title === null ? {} : { title }) }, answer: toOwnAnswer(answer) }))
}
