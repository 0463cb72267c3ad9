/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { ForumPost } from '../forum/replies.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { noteChanges } from '../community/change-feed.ts'
import { replyHtml } from './reply-html.ts'

/** Ordinary posts, and those that a moderator showed in the colour of the staff. */
const ANSWERS = new Set([1, 2])

/** A reply as it is stored. */
interface StoredReply {
	id: number
	author: string
	html: string
	deleted: boolean
	created_at: string
	updated_at: string
}

/**
 * Brings the copies of a need's replies up to date: new, edited, deleted and hidden ones. Small actions and whispers
 * are none. When anything differs, the change feed is told.
 *
 * @param transaction that locked the need
 * @param needId of the need
 * @param posts every post of its topic, or none when the copies are to be emptied
 * @param forumUrl what relative links are relative to
 */
export async function storeReplies(transaction: Kysely<Tables>, needId: string, posts: readonly ForumPost[], forumUrl: string): Promise<void> {
	const known = new Map((await transaction.selectFrom('reply').selectAll().where('need_id', '=', needId).execute()).map((reply) => [reply.id, reply]))
	const replies = posts.filter((post) => ANSWERS.has(post.type) && post.number > 1).map((post) => stored(post, forumUrl))
	const present = new Set(replies.map(({ id }) => id))
	const changed = replies.filter((reply) => {
		const before = known.get(reply.id)
		return before === undefined ? !reply.deleted : !isSame(before, reply)
	})
	const left = [...known.values()].filter((reply) => !present.has(reply.id) && !reply.deleted)
		.map((reply) => ({ ...reply, author: '', html: '', deleted: true, created_at: reply.created_at.toISOString(), updated_at: reply.updated_at.toISOString() }))
	const all = [...changed, ...left]
	if (all.length === 0) {
		return
	}
	const position = await noteChanges(transaction, 'replies', [needId])
	for (const reply of all) {
		const values = { need_id: needId, author: reply.author, html: reply.html, deleted: reply.deleted, created_at: reply.created_at, updated_at: reply.updated_at, position }
		await transaction.insertInto('reply').values({ id: reply.id, ...values })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute()
	}
	await transaction.updateTable('need').where('id', '=', needId)
		.set({ reply_count: sql<number>`(select count(*)::int from reply where need_id = ${needId} and not deleted)` }).execute()
}

function stored(post: ForumPost, forumUrl: string): StoredReply {
	const deleted = post.deleted || post.hidden
	return {
		id: post.id,
		author: deleted ? '' : post.author.slice(0, 200),
		html: deleted ? '' : replyHtml(post.cooked, forumUrl),
		deleted,
		created_at: post.createdAt,
		updated_at: post.updatedAt,
	}
}

function isSame(before: { author: string, html: string, deleted: boolean }, after: StoredReply): boolean {
	return before.deleted === after.deleted && before.html === after.html && before.author === after.author
}
