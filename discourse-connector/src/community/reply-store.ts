/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Reply } from '@emancipasso/shared/community/need'
import type { Database } from '../platform/database.ts'
import type { AnswerRow } from './answers/answer-view.ts'
import type { Viewer } from './need-view.ts'

import { sql } from 'kysely'
import { answersOf, toOwnAnswer } from './answers/answer-view.ts'
import { ChangeFeed } from './change-feed.ts'
import { readNeed } from './need-store.ts'
import { noteShown } from './reply-age.ts'

/** The copies of what people answered on the forum; the synchronisation writes them. */
export class ReplyStore {
	readonly #database: Pick<Database, 'kysely'>
	readonly #changes: ChangeFeed

	constructor(database: Pick<Database, 'kysely'>) {
		this.#database = database
		this.#changes = new ChangeFeed(database)
	}

	/**
	 * Replies that are new, edited or deleted since a cursor, in the order in which they changed. A cursor of another
	 * feed, or from a future that a restored database does not know, starts again: each reply then comes once more.
	 *
	 * @param viewer who asks
	 * @param uuid of a need that the viewer sees
	 * @param after a cursor that was given before; from the beginning without one
	 * @param limit how many at most
	 * @return replies, the cursor behind them, the viewer's own answers that no reply shows, and whether there are replies
	 *         whose copies were dropped
	 * @throws {Problem} `not-found`
	 */
	async list(viewer: Viewer, uuid: string, after: string | undefined, limit: number): Promise<{ items: Reply[], cursor: string, answers: OwnAnswer[], dropped?: true }> {
		await readNeed(this.#database.kysely, viewer, uuid)
		const dropped = await noteShown(this.#database.kysely, uuid)
		const head = await this.#changes.head()
		const [, feed, position, post] = /^([0-9a-z-]{1,40})\.(\d{1,15})\.(\d{1,15})$/u.exec(after ?? '') ?? []
		const known = feed === head.feed && Number(position) <= head.position
		const from = known ? { position: Number(position), post: Number(post) } : { position: 0, post: 0 }
		const rows = await this.#database.kysely.selectFrom('reply').selectAll()
			.where('need_id', '=', uuid)
			.where(sql<boolean>`(position, id) > (${from.position}::bigint, ${from.post}::bigint)`)
			// Who has copies is told to drop them; who has none need not read that they are dropped.
			.$if(dropped && !known, (some) => some.where('deleted', '=', false))
			.orderBy('position').orderBy('id').limit(limit).execute()
		const answers = await answersOf(this.#database.kysely, viewer, uuid)
		const shown = await this.#shown(answers.own.flatMap(({ post_id: post }) => post === null ? [] : [post]))
		const ownOf = (id: number) => answers.own.find((answer) => answer.post_id === id)
		const last = rows.at(-1)
		return {
			items: rows.map((row) => ({
				id: String(row.id),
				author: row.deleted ? '' : row.author,
				html: row.html,
				createdAt: row.created_at.toISOString(),
				updatedAt: row.updated_at.toISOString(),
				deleted: row.deleted,
				...(answers.posts.has(row.id) && !row.deleted ? { viaCloud: true as const } : {}),
				...withOwn(row.deleted ? undefined : ownOf(row.id)),
			})),
			cursor: `${head.feed}.${last?.position ?? from.position}.${last?.id ?? from.post}`,
			answers: answers.own.filter(({ post_id: post }) => post === null || !shown.has(post)).map(toOwnAnswer),
			...(dropped ? { dropped } : {}),
		}
	}

	/**
	 * Which posts there are replies of.
	 *
	 * @param posts ids on the forum
	 */
	async #shown(posts: readonly number[]): Promise<ReadonlySet<number>> {
		const rows = posts.length === 0 ? [] : await this.#database.kysely.selectFrom('reply').select('id').where('id', 'in', posts).where('deleted', '=', false).execute()
		return new Set(rows.map(({ id }) => id))
	}
}

function withOwn(row: AnswerRow | undefined): { own?: OwnAnswer } {
	return row === undefined ? {} : { own: toOwnAnswer(row) }
}
