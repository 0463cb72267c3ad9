/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { Viewer } from '../need-view.ts'
import type { PostedReplyTable } from './tables.ts'

/** An answer as it is stored. */
export type AnswerRow = Selectable<PostedReplyTable>

/** What the replies to a need have to do with answers written in clouds. */
export interface AnswersOfNeed {
	/** Ids of the posts of all such answers. */
	posts: ReadonlySet<number>
	/** The viewer's own that are not all gone, oldest first. */
	own: readonly AnswerRow[]
}

const MOST = 200

/**
 * The answers to a need, as far as a viewer may know of them.
 *
 * @param kysely database or transaction
 * @param viewer who asks
 * @param needId of a need that the viewer sees
 */
export async function answersOf(kysely: Kysely<Tables>, viewer: Viewer, needId: string): Promise<AnswersOfNeed> {
	const rows = await kysely.selectFrom('posted_reply').selectAll().where('need_id', '=', needId).where('status', '!=', 'erased')
		.orderBy('created_at', 'desc').orderBy('id').limit(MOST).execute()
	return {
		posts: new Set(rows.flatMap(({ post_id: post }) => post === null ? [] : [post])),
		own: rows.filter((row) => row.instance_id === viewer.instance && row.organisation_id === viewer.organisation && !isOver(row)).reverse(),
	}
}

/**
 * Whether nothing is left of an answer that its author took back.
 *
 * @param row as it is stored
 * @param row.status that its author wants
 * @param row.state of its post
 */
function isOver({ status, state }: AnswerRow): boolean {
	return status !== 'published' && (state === 'gone' || state === 'none')
}

/**
 * An answer as its own organisation sees it.
 *
 * @param row as it is stored
 * @throws {Error} when it was erased
 */
export function toOwnAnswer(row: AnswerRow): OwnAnswer {
	if (row.status === 'erased' || row.name === null || row.text === null) {
		throw new Error(`Answer ${row.id} has no text.`)
	}
	return {
		uuid: row.id,
		revision: row.revision,
		status: row.status,
		name: row.name,
		text: row.text,
		state: row.state,
		...(row.problem ? { problem: row.problem } : {}),
		...(row.problem && row.problem_kind ? { problemKind: row.problem_kind } : {}),
		changedOnForum: row.changed_on_forum,
		createdAt: row.created_at.toISOString(),
		updatedAt: row.updated_at.toISOString(),
	}
}
