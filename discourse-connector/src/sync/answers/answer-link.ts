/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { AnswerRow } from '../../community/answers/answer-view.ts'
import type { Tables } from '../../platform/tables.ts'
import type { AnswerProblem } from './answer-problems.ts'

import { sql } from 'kysely'
import { noteChanges } from '../../community/change-feed.ts'
import { lockNeed } from '../../community/need-topic.ts'
import { isActive } from '../../community/suspension.ts'

/** An answer and its post, with the seconds since it was sent last, and since it was written, and whether its author may act. */
export type Answer = AnswerRow & { sentSecondsAgo: number, ageSeconds: number, isActive: boolean }

/** What a look finds out about a post. */
export type AnswerChange = Partial<Pick<AnswerRow, 'state' | 'changed_on_forum' | 'post_id' | 'posted_at' | 'topic_id' | 'settled' | 'acknowledged' | 'sending' | 'seen' | 'conflict_base' | 'conflict_revision' | 'twin_post_id'>> & {
	problem?: AnswerProblem | null
	/** When it was sent last, as it turned out. */
	sent?: 'now' | Date | null
}

/**
 * An answer as it stands. Its age is counted by the database's clock: those of several machines differ.
 *
 * @param kysely database or transaction
 * @param uuid of the answer
 */
export async function readAnswer(kysely: Kysely<Tables>, uuid: string): Promise<Answer | undefined> {
	const row = await kysely.selectFrom('posted_reply').selectAll()
		.select([
			sql<number>`coalesce(extract(epoch from clock_timestamp() - sent_at), 0)::float`.as('sent_seconds'),
			sql<number>`extract(epoch from clock_timestamp() - created_at)::float`.as('age_seconds'),
			isActive('posted_reply').as('is_active'),
		])
		.where('id', '=', uuid).executeTakeFirst()
	if (row === undefined) {
		return undefined
	}
	const { sent_seconds: sentSecondsAgo, age_seconds: ageSeconds, is_active: active, ...answer } = row
	return { ...answer, sentSecondsAgo, ageSeconds, isActive: active }
}

/**
 * Keeps what a look found out. When the author sees a difference, the change feed is told.
 *
 * @param kysely database or transaction
 * @param answer as it was read
 * @param change what is to be written
 * @return the answer as it is now
 * @throws {Error} when it was changed since: what the look goes by is then no longer true
 */
export async function keepAnswer(kysely: Kysely<Tables>, answer: Answer, change: AnswerChange): Promise<Answer> {
	const write = async (transaction: Kysely<Tables>) => {
		const { problem, sent, ...columns } = change
		await lockNeed(transaction, answer.need_id)
		const written = await transaction.updateTable('posted_reply').set({
			...columns,
			...(problem === undefined ? {} : { problem: problem === null ? null : JSON.stringify(problem.text), problem_kind: problem?.kind ?? null }),
			...(sent === undefined ? {} : { sent_at: sent === 'now' ? sql<Date>`clock_timestamp()` : sent }),
			version: answer.version + 1,
		}).where('id', '=', answer.id).where('version', '=', answer.version).executeTakeFirst()
		if (written.numUpdatedRows !== 1n) {
			throw new Error(`The answer ${answer.id} was changed by somebody else meanwhile.`)
		}
		const next = await readAnswer(transaction, answer.id)
		if (next === undefined) {
			throw new Error(`The answer ${answer.id} is gone.`)
		}
		if (shown(next) !== shown(answer)) {
			await noteChanges(transaction, 'replies', [answer.need_id])
		}
		return next
	}
	return await (kysely.isTransaction ? write(kysely) : kysely.transaction().execute(write))
}

function shown({ state, problem, changed_on_forum: changed }: Answer): string {
	return JSON.stringify([state, problem, changed])
}
