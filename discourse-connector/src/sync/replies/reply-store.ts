/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { ForumPost } from '../../forum/replies.ts'
import type { Tables } from '../../platform/tables.ts'
import type { AnswerNews, OwnPosts } from '../answers/own-posts.ts'

import { sql } from 'kysely'
import { noteChanges } from '../../community/change-feed.ts'
import { isUnread } from '../../community/reply-age.ts'
import { recordOf } from '../../community/tables.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { answersTo, newsOf, noteNews, ownPostsIn, withoutIntroduction } from '../answers/own-posts.ts'
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

/** How copies of replies are kept. */
export interface ReplyKeeping {
	/** What relative links are relative to. */
	forumUrl: string
	/** How many days after they were shown last; without end when left out. */
	keptDays?: number | undefined
}

/** What of a need's copies is not as the forum says. */
export interface ReplyDifferences {
	replies: readonly StoredReply[]
	/** How many there are, and whether their copies are dropped; null when the need says so already. */
	told: { reply_count: number, replies_dropped: boolean } | null
	news: readonly AnswerNews[]
}

/**
 * Compares the copies of a need's replies with the forum: new, edited, deleted and hidden ones. Small actions and
 * whispers are none. Of replies that nobody reads, only their number is kept.
 *
 * @param kysely database, or a transaction that locked the need
 * @param needId of the need
 * @param posts every post of its topic, or none when the copies are to be emptied
 * @param keeping where they come from, and for how long
 * @param keeping.forumUrl of the forum
 * @param keeping.keptDays after they were shown last
 */
export async function compareReplies(kysely: Kysely<Tables>, needId: string, posts: readonly ForumPost[], { forumUrl, keptDays }: ReplyKeeping): Promise<ReplyDifferences> {
	const need = await kysely.selectFrom('need').select(['reply_count', 'replies_dropped'])
		.select(keptDays === undefined ? sql<boolean>`false`.as('unread') : isUnread(keptDays).as('unread'))
		.where('id', '=', needId).executeTakeFirst()
	if (need === undefined) {
		return { replies: [], told: null, news: [] }
	}
	const answers = await answersTo(kysely, needId)
	const own = ownPostsIn(answers)
	const known = new Map((await kysely.selectFrom('reply').selectAll().where('need_id', '=', needId).execute()).map((reply) => [reply.id, reply]))
	const found = posts.filter((post) => ANSWERS.has(post.type) && post.number > 1).map((post) => stored(post, forumUrl, own))
	const count = found.filter(({ deleted }) => !deleted).length
	const dropped = need.unread && count > 0
	const replies = dropped ? [] : found
	const present = new Set(replies.map(({ id }) => id))
	const changed = replies.filter((reply) => {
		const before = known.get(reply.id)
		return before === undefined ? !reply.deleted : !isSame(before, reply)
	})
	const left = [...known.values()].filter((reply) => !present.has(reply.id) && !reply.deleted)
		.map((reply) => ({ ...reply, author: '', html: '', deleted: true, created_at: reply.created_at.toISOString(), updated_at: reply.updated_at.toISOString() }))
	const isTold = count === need.reply_count && dropped === need.replies_dropped
	return { replies: [...changed, ...left], told: isTold ? null : { reply_count: count, replies_dropped: dropped }, news: newsOf(answers, posts) }
}

/**
 * @param differences of a need
 */
export function isEmpty(differences: ReplyDifferences): boolean {
	return differences.replies.length === 0 && differences.told === null && differences.news.length === 0
}

/**
 * Brings the copies of a need’s replies up to date. When anything differs, the change feed is told.
 *
 * @param transaction that locked the need
 * @param needId of the need
 * @param posts every post of its topic, or none when the copies are to be emptied
 * @param keeping where they come from, and for how long
 */
export async function storeReplies(transaction: Kysely<Tables>, needId: string, posts: readonly ForumPost[], keeping: ReplyKeeping): Promise<void> {
	const { replies, told, news } = await compareReplies(transaction, needId, posts, keeping)
	if (replies.length > 0 || told !== null) {
		await write(transaction, needId, replies)
	}
	if (told !== null) {
		await transaction.updateTable('need').set(told).where('id', '=', needId).execute()
	}
	await noteNews(transaction, news)
}

/**
 * Brings the copy of one reply up to date, without the others being read; not where those were dropped or erased.
 *
 * @param transaction that locked the need
 * @param needId of the need
 * @param post as the forum just said it is
 * @param forumUrl what relative links are relative to
 */
export async function storeReply(transaction: Kysely<Tables>, needId: string, post: ForumPost, forumUrl: string): Promise<void> {
	const reply = stored(post, forumUrl, ownPostsIn(await answersTo(transaction, needId)))
	const before = await transaction.selectFrom('reply').selectAll().where('id', '=', post.id).executeTakeFirst()
	if (before === undefined ? reply.deleted : before.need_id === needId && isSame(before, reply)) {
		return
	}
	const kept = await transaction.selectFrom('need').select('id').where('id', '=', needId).where('status', '!=', 'erased').where('replies_dropped', '=', false).executeTakeFirst()
	if (kept !== undefined) {
		await write(transaction, needId, [reply])
		await transaction.updateTable('need').where('id', '=', needId)
			.set({ reply_count: sql<number>`(select count(*)::int from reply where need_id = ${needId} and not deleted)` }).execute()
	}
}

async function write(transaction: Kysely<Tables>, needId: string, replies: readonly StoredReply[]): Promise<void> {
	const others = await needsWith(transaction, needId, replies)
	const position = await noteChanges(transaction, 'replies', [needId])
	for (const reply of replies) {
		const values = { need_id: needId, author: reply.author, html: reply.html, deleted: reply.deleted, created_at: reply.created_at, updated_at: reply.updated_at, position }
		await transaction.insertInto('reply').values({ id: reply.id, ...values })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute()
	}
	await leaveHints(transaction, others.map((other) => ({ record: recordOf(other), reason: 'a reply was moved', priority: Priority.change })))
}

/** Other needs that had one of the replies: moderators moved it, and nothing tells where from. */
async function needsWith(transaction: Kysely<Tables>, needId: string, replies: readonly StoredReply[]): Promise<string[]> {
	const rows = replies.length === 0
		? []
		: await transaction.selectFrom('reply').select('need_id').distinct().where('id', 'in', replies.map(({ id }) => id)).where('need_id', '!=', needId).execute()
	return rows.map((row) => row.need_id)
}

function stored(post: ForumPost, forumUrl: string, own: OwnPosts): StoredReply {
	const answer = own.get(post.id)
	// Where a post of ours could not be deleted, a stub stays that nobody need read.
	const deleted = post.deleted || post.hidden || (answer !== undefined && answer.status !== 'published' && answer.state === 'gone')
	return {
		id: post.id,
		author: deleted ? '' : (answer?.name ?? post.author).slice(0, 200),
		html: deleted ? '' : replyHtml(answer === undefined ? post.cooked : withoutIntroduction(post, answer), forumUrl),
		deleted,
		created_at: post.createdAt,
		updated_at: post.updatedAt,
	}
}

function isSame(before: { author: string, html: string, deleted: boolean }, after: StoredReply): boolean {
	return before.deleted === after.deleted && before.html === after.html && before.author === after.author
}
