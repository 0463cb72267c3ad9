/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reply } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { Viewer } from './need-view.ts'

import { sql } from 'kysely'
import { ChangeFeed, noteChanges } from './change-feed.ts'
import { readNeed } from './need-store.ts'

/** A reply as it was read from the forum, its HTML already sanitised. */
export interface ForumReply {
	/** The forum's id of the post. */
	id: number
	author: string
	html: string
	createdAt: Date
	updatedAt: Date
	/** Deleted or hidden by people: its text is dropped here. */
	deleted: boolean
}

/**
 * Keeps what the forum says of a need's replies. Those that say the same as before are left alone; those that are not
 * named stay as they are, because absence says nothing.
 *
 * @param transaction that also keeps what was acknowledged of the topic; nothing after this may lock rows of needs
 * @param needId of the need
 * @param replies as just read
 * @return how many are new or different
 */
export async function saveReplies(transaction: Kysely<Tables>, needId: string, replies: readonly ForumReply[]): Promise<number> {
	await transaction.selectFrom('need').select('id').where('id', '=', needId).forUpdate().executeTakeFirst()
	const kept = replies.length === 0
		? []
		: await transaction.selectFrom('reply').selectAll().where('need_id', '=', needId).where('id', 'in', replies.map(({ id }) => id)).execute()
	const before = new Map(kept.map((row) => [row.id, row]))
	const changed = replies
		.map((reply) => reply.deleted ? { ...reply, html: '' } : reply)
		.filter(({ id, author, html, deleted, updatedAt }) => {
			const row = before.get(id)
			return !row || row.author !== author || row.html !== html || row.deleted !== deleted || row.updated_at.getTime() !== updatedAt.getTime()
		})
	if (changed.length === 0) {
		return 0
	}
	const position = await noteChanges(transaction, 'replies', [needId])
	await transaction.insertInto('reply')
		.values(changed.map((reply) => ({
			id: reply.id,
			need_id: needId,
			author: reply.author,
			html: reply.html,
			position,
			deleted: reply.deleted,
			created_at: reply.createdAt,
			updated_at: reply.updatedAt,
		})))
		// A reply that was moved to this topic takes its row along.
		.onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({
			need_id: ref('excluded.need_id'),
			author: ref('excluded.author'),
			html: ref('excluded.html'),
			position: ref('excluded.position'),
			deleted: ref('excluded.deleted'),
			updated_at: ref('excluded.updated_at'),
		})))
		.execute()
	await transaction.updateTable('need')
		.set({ reply_count: sql<number>`(select count(*) from reply where need_id = need.id and not deleted)` })
		.where('id', '=', needId).execute()
	return changed.length
}

/** The copies of what people answered on the forum. */
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
