/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'
import type { Link } from './topics/link-store.ts'

import { noteChanges } from '../community/change-feed.ts'
import { lockNeed } from '../community/need-topic.ts'
import { leaveHint } from '../platform/hints.ts'
import { acceptConflict, answerConflict } from './conflict/conflict.ts'
import { keepLink, needIdOf, readLink } from './topics/link-store.ts'

/** Nothing that was known of a topic counts for another one. */
const FORGOTTEN = {
	firstPostId: null,
	topicUrl: null,
	problem: null,
	settled: null,
	acknowledged: null,
	conflict: null,
	forumText: null,
	standing: null,
	reviewableId: null,
} satisfies Partial<Link>

/**
 * Says which topic is that of a record. It is looked at soon: one that is not ours is only followed, never written to.
 *
 * @param kysely database
 * @param record `need-<uuid>`
 * @param topicId of the forum
 * @return the other record whose topic it is already; null when it was done
 */
export async function chooseTopic(kysely: Kysely<Tables>, record: string, topicId: number): Promise<string | null> {
	return await kysely.transaction().execute(async (transaction) => {
		await lockNeed(transaction, needIdOf(record))
		const other = await transaction.selectFrom('topic_link').select('record_id').where('topic_id', '=', topicId).where('record_id', '!=', record).executeTakeFirst()
		if (other !== undefined) {
			return other.record_id
		}
		const link = await readLink(transaction, record)
		await keepLink(transaction, link, { ...link, ...FORGOTTEN, topicId, chosen: true, state: 'linked' })
		await leaveHint(transaction, record, 'the operator chose its topic')
		return null
	})
}

/**
 * Forgets which topic is that of a record. It is looked for by its mark; only when the forum has none, and the record is
 * still published, a new one is made.
 *
 * @param kysely database
 * @param record `need-<uuid>`
 */
export async function forgetTopic(kysely: Kysely<Tables>, record: string): Promise<void> {
	await kysely.transaction().execute(async (transaction) => {
		await lockNeed(transaction, needIdOf(record))
		const link = await readLink(transaction, record)
		await keepLink(transaction, link, { ...link, ...FORGOTTEN, topicId: null, chosen: false, state: 'sent' })
		await leaveHint(transaction, record, 'the operator forgot its topic')
	})
}

/**
 * Ends a conflict. Ours is sent at the next look; where there is no conflict nothing changes.
 *
 * @param transaction to write in, in which the need is locked
 * @param record `need-<uuid>`
 * @param keep whose version stays on the forum
 * @return whether there was one
 */
export async function endConflict(transaction: Kysely<Tables>, record: string, keep: 'ours' | 'forum'): Promise<boolean> {
	const link = await readLink(transaction, record)
	if (link.conflict === null) {
		return false
	}
	await keepLink(transaction, link, { ...(keep === 'ours' ? answerConflict(link) : acceptConflict(link)), problem: null })
	if (keep === 'ours') {
		await leaveHint(transaction, record, 'our version was chosen')
	}
	return true
}

/**
 * Takes a person's word that nothing of an erased record is left on the forum. Only what the forum shows can be seen
 * from here: a topic that was deleted for good looks like one that was hidden from the bot.
 *
 * @param kysely database
 * @param record `need-<uuid>`
 * @return whether that was left to a moderator
 */
export async function confirmErased(kysely: Kysely<Tables>, record: string): Promise<boolean> {
	return await kysely.transaction().execute(async (transaction) => {
		await lockNeed(transaction, needIdOf(record))
		const link = await readLink(transaction, record)
		if (link.erasure !== 'by-hand') {
			return false
		}
		await keepLink(transaction, link, { ...link, erasure: 'done', problem: null })
		return true
	})
}

/**
 * Tells the author of a record why moderators deleted its topic. Of an erased one nothing is kept any more.
 *
 * @param kysely database
 * @param record `need-<uuid>`
 * @param reason in their words; null takes it back
 * @return whether there is somebody to tell
 */
export async function explainDeletion(kysely: Kysely<Tables>, record: string, reason: string | null): Promise<boolean> {
	return await kysely.transaction().execute(async (transaction) => {
		const needId = needIdOf(record)
		await lockNeed(transaction, needId)
		const need = await transaction.selectFrom('need').select('status').where('id', '=', needId).executeTakeFirst()
		if (need === undefined || need.status === 'erased') {
			return false
		}
		await transaction.updateTable('topic_link').set({ moderator_reason: reason }).where('record_id', '=', record).execute()
		await noteChanges(transaction, 'need', [needId])
		return true
	})
}
