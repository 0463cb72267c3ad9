/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'

import { sql } from 'kysely'
import { leaveHints, Priority } from '../../platform/hints.ts'
import { noteChanges } from '../change-feed.ts'
import { answerRecord } from './tables.ts'

/** Whose answers are erased: an organisation's, to one need or to all, or one member's. */
export type AnswerOwner = { instance: string, organisation: string, need?: string } | { instance: string, member: string }

/**
 * The needs that somebody answered; lock them before {@link eraseAnswers}, with the others and in their order.
 *
 * @param transaction that erases
 * @param owner whose answers
 */
export async function answeredNeeds(transaction: Kysely<Tables>, owner: AnswerOwner): Promise<string[]> {
	const rows = await answersOfOwner(transaction, owner).select('need_id').distinct().execute()
	return rows.map((row) => row.need_id)
}

/**
 * Erases answers: names, texts, histories and the copies of their posts here. The posts themselves follow as soon as the
 * forum is there. Call it last, in a transaction that locked their needs.
 *
 * @param transaction that erases
 * @param owner whose answers
 * @return how many
 */
export async function eraseAnswers(transaction: Kysely<Tables>, owner: AnswerOwner): Promise<number> {
	if ('member' in owner) {
		const ofInstance = transaction.selectFrom('posted_reply').select('id').where('instance_id', '=', owner.instance)
		await transaction.deleteFrom('posted_reply_history').where('member_id', '=', owner.member).where('reply_id', 'in', ofInstance).execute()
	}
	const rows = await answersOfOwner(transaction, owner).select(['id', 'need_id', 'post_id']).execute()
	if (rows.length === 0) {
		return 0
	}
	const ids = rows.map(({ id }) => id)
	await transaction.deleteFrom('posted_reply_history').where('reply_id', 'in', ids).execute()
	await transaction.updateTable('posted_reply').set({
		status: 'erased',
		member_id: null,
		name: null,
		text: null,
		settled: null,
		acknowledged: null,
		sending: null,
		seen: null,
		conflict_base: null,
		conflict_revision: null,
		problem: null,
		problem_kind: null,
		changed_on_forum: false,
		revision: sql<number>`revision + 1`,
		// Whoever looks at one now goes by what is no longer true.
		version: sql<number>`version + 1`,
		updated_at: sql<Date>`now()`,
	}).where('id', 'in', ids).execute()
	await eraseCopies(transaction, rows)
	await leaveHints(transaction, ids.map((id) => ({ record: answerRecord(id), reason: 'erased', priority: Priority.person })))
	return ids.length
}

async function eraseCopies(transaction: Kysely<Tables>, rows: readonly { need_id: string, post_id: number | null }[]): Promise<void> {
	const needs = [...new Set(rows.map((row) => row.need_id))].sort()
	const posts = rows.flatMap(({ post_id: post }) => post === null ? [] : [post])
	const position = await noteChanges(transaction, 'replies', needs)
	if (posts.length > 0) {
		await transaction.updateTable('reply').set({ author: '', html: '', deleted: true, position }).where('id', 'in', posts).execute()
		await transaction.updateTable('need').where('id', 'in', needs).where('replies_dropped', '=', false)
			.set({ reply_count: sql<number>`(select count(*)::int from reply where reply.need_id = need.id and not deleted)` }).execute()
	}
}

function answersOfOwner(transaction: Kysely<Tables>, owner: AnswerOwner) {
	const rows = transaction.selectFrom('posted_reply').where('instance_id', '=', owner.instance).where('status', '!=', 'erased')
	if ('member' in owner) {
		return rows.where('member_id', '=', owner.member)
	}
	const { organisation, need } = owner
	return rows.where('organisation_id', '=', organisation).$if(need !== undefined, (some) => some.where('need_id', '=', need ?? ''))
}
