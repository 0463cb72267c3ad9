/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { AnswerRow } from '../../community/answers/answer-view.ts'
import type { ForumPost } from '../../forum/replies.ts'
import type { Tables } from '../../platform/tables.ts'

import { answerOfMarker } from '@emancipasso/shared/community/answer-post'
import { answerRecord } from '../../community/answers/tables.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { sameMeaning } from '../conflict/markdown-meaning.ts'

/** The answers from clouds to one need, by the ids of their posts. */
export type OwnPosts = ReadonlyMap<number, AnswerRow>

/**
 * The answers from clouds to a need.
 *
 * @param kysely database or transaction
 * @param needId of the need
 */
export async function answersTo(kysely: Kysely<Tables>, needId: string): Promise<AnswerRow[]> {
	return await kysely.selectFrom('posted_reply').selectAll().where('need_id', '=', needId).execute()
}

/**
 * Those that were posted.
 *
 * @param answers to one need
 */
export function ownPostsIn(answers: readonly AnswerRow[]): OwnPosts {
	return new Map(answers.flatMap((answer) => answer.post_id === null ? [] : [[answer.post_id, answer]]))
}

/**
 * The HTML of an answer without the block that says who speaks and how; a block that people changed stays.
 *
 * @param post of the answer
 * @param post.raw its text
 * @param post.cooked its HTML
 * @param row the answer
 * @param row.settled the text that we sent
 */
export function withoutIntroduction({ raw, cooked }: ForumPost, { settled }: Pick<AnswerRow, 'settled'>): string {
	const [introduction, said] = [firstBlock(settled), firstBlock(raw)]
	return introduction !== '' && sameMeaning(introduction, said) ? cooked.replace(/^\s*<p>.*?<\/p>\s*/su, '') : cooked
}

/** An answer that is to be looked at, and its second post where there is one. */
export interface AnswerNews { answer: AnswerRow, twin: ForumPost | undefined }

/**
 * The answers whose posts are not as they were known: changed, deleted, brought back or moved by people, found after a
 * lost reply, or posted a second time by a forum that was slow.
 *
 * @param answers to one need
 * @param posts every post of its topic, or none when it is out of sight
 */
export function newsOf(answers: readonly AnswerRow[], posts: readonly ForumPost[]): AnswerNews[] {
	return answers.flatMap((answer) => {
		const own = posts.find((post) => post.id === answer.post_id)
		const marked = posts.filter((post) => post.number > 1 && post.id !== answer.post_id && !post.deleted && answerOfMarker(post.raw ?? '') === answer.id)
		const twin = own === undefined ? undefined : marked.find((post) => post.username === own.username)
		const isOne = twin !== undefined || (answer.post_id === null ? marked.length > 0 || mayBeSentNow(answer, posts) : isNews(answer, own))
		return isOne ? [{ answer, twin }] : []
	})
}

/**
 * Asks to look at them. Call it last in the transaction.
 *
 * @param transaction that locked the need
 * @param news of its answers
 */
export async function noteNews(transaction: Kysely<Tables>, news: readonly AnswerNews[]): Promise<void> {
	for (const { answer, twin } of news) {
		if (twin !== undefined) {
			await transaction.updateTable('posted_reply').set({ twin_post_id: twin.id, version: answer.version + 1 }).where('id', '=', answer.id).execute()
		}
	}
	await leaveHints(transaction, news.map(({ answer }) => ({ record: answerRecord(answer.id), reason: 'its post changed', priority: Priority.change })))
}

function isNews(row: AnswerRow, post: ForumPost | undefined): boolean {
	if (post === undefined) {
		return row.state === 'linked'
	}
	if (post.deleted || post.hidden) {
		return row.state !== 'gone'
	}
	return post.raw !== row.seen || (row.state === 'gone' && row.status === 'published')
}

function mayBeSentNow(row: AnswerRow, posts: readonly ForumPost[]): boolean {
	return posts.length > 0 && row.status === 'published' && (row.problem_kind === 'topic-closed' || row.problem_kind === 'topic-gone')
}

function firstBlock(raw: string | null): string {
	return (raw ?? '').split('\n\n')[0] ?? ''
}
