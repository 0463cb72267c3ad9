/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reply } from '@emancipasso/shared/community/need'
import type { Database } from '../platform/database.ts'
import type { Viewer } from './need-view.ts'

import { sql } from 'kysely'
import { ChangeFeed } from './change-feed.ts'
import { readNeed } from './need-store.ts'

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
	 * @throws {Problem} `not-found`
	 */
	async list(viewer: Viewer, uuid: string, after: string | undefined, limit: number): Promise<{ items: Reply[], cursor: string }> {
		await readNeed(this.#database.kysely, viewer, uuid)
		const head = await this.#changes.head()
		const [, feed, position, post] = /^([0-9a-z-]{1,40})\.(\d{1,15})\.(\d{1,15})$/u.exec(after ?? '') ?? []
		const known = feed === head.feed && Number(position) <= head.position
		const from = known ? { position: Number(position), post: Number(post) } : { position: 0, post: 0 }
		const rows = await this.#database.kysely.selectFrom('reply').selectAll()
			.where('need_id', '=', uuid)
			.where(sql<boolean>`(position, id) > (${from.position}::bigint, ${from.post}::bigint)`)
			.orderBy('position').orderBy('id').limit(limit).execute()
		const last = rows.at(-1)
		return {
			items: rows.map((row) => ({
				id: String(row.id),
				author: row.deleted ? '' : row.author,
				html: row.html,
				createdAt: row.created_at.toISOString(),
				updatedAt: row.updated_at.toISOString(),
				deleted: row.deleted,
			})),
			cursor: `${head.feed}.${last?.position ?? from.position}.${last?.id ?? from.post}`,
		}
	}
}
