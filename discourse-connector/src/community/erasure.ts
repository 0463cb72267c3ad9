/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { Organisations } from './organisations.ts'

import { sql } from 'kysely'
import { Priority } from '../platform/hints.ts'
import { publishedUnlessHeld } from './need-view.ts'
import { recordChanges } from './record-change.ts'

/** What an erasure came to so far. */
export interface Erasure {
	needs: number
	supports: number
	topics: { erased: number, waiting: number, byHand: number }
}

/**
 * Erases an organisation: the texts of its needs with their history and the copies of their replies, and its supports.
 * The ids of its needs stay, so that their topics can be erased too and no id is used twice. Again, it does nothing more,
 * and says how far the erasure came on the forum.
 *
 * @param database of the needs
 * @param instance that made the organisation's id
 * @param organisation its opaque id
 * @param organisations that know who was erased
 * @return how many needs and supports were erased by this call, and how many topics of its needs are erased, still
 *         wait, or hold something that only a moderator can remove
 */
export async function eraseOrganisation(database: Pick<Database, 'kysely'>, instance: string, organisation: string, organisations?: Organisations): Promise<Erasure> {
	return await database.kysely.transaction().execute(async (transaction) => {
		await organisations?.erase(transaction, instance, organisation)
		const supported = await lockNeeds(transaction, instance, organisation)
		const needs = await transaction.updateTable('need')
			.set({ status: 'erased', status_note: null, publication: null, published_at: publishedUnlessHeld, member_id: null, reply_count: 0, revision: sql<number>`revision + 1`, updated_at: sql<Date>`now()` })
			.where('instance_id', '=', instance).where('organisation_id', '=', organisation).where('status', '!=', 'erased')
			.returning('id').execute()
		const ids = needs.map(({ id }) => id)
		if (ids.length > 0) {
			await transaction.deleteFrom('need_history').where('need_id', 'in', ids).execute()
			await transaction.deleteFrom('reply').where('need_id', 'in', ids).execute()
			await transaction.deleteFrom('support').where('need_id', 'in', ids).execute()
		}
		const supports = await transaction.deleteFrom('support')
			.where('instance_id', '=', instance).where('organisation_id', '=', organisation)
			.executeTakeFirst()
		await recordChanges(transaction, ids, 'erased', Priority.person)
		await recordChanges(transaction, supported.filter((id) => !ids.includes(id)), 'a supporter was erased', Priority.change)
		return { needs: ids.length, supports: Number(supports.numDeletedRows), topics: await topicsOf(transaction, instance, organisation) }
	})
}

async function topicsOf(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<Erasure['topics']> {
	const rows = await transaction.selectFrom('need').leftJoin('topic_link', 'topic_link.need_id', 'need.id')
		.select('topic_link.erasure').select(({ fn }) => fn.countAll<number>().as('count'))
		.where('instance_id', '=', instance).where('organisation_id', '=', organisation).where('status', '=', 'erased')
		.groupBy('topic_link.erasure').execute()
	const count = (state: string | null) => Number(rows.find(({ erasure }) => erasure === state)?.count ?? 0)
	return { erased: count('done'), waiting: count(null), byHand: count('by-hand') }
}

/**
 * Forgets a member: what they wrote for their organisation stays, without a trace of who wrote it.
 *
 * @param database of the needs
 * @param instance that made the member's id
 * @param member its opaque id
 * @return how many needs named the member
 */
export async function eraseMember(database: Pick<Database, 'kysely'>, instance: string, member: string): Promise<{ needs: number }> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const own = transaction.selectFrom('need').select('id').where('instance_id', '=', instance)
		const named = await transaction.selectFrom('need').select('id')
			.where('instance_id', '=', instance)
			.where(({ eb, or, selectFrom }) => or([
				eb('member_id', '=', member),
				eb('id', 'in', selectFrom('need_history').select('need_id').where('member_id', '=', member)),
			]))
			.orderBy('id').forUpdate().execute()
		await transaction.updateTable('need').set({ member_id: null }).where('instance_id', '=', instance).where('member_id', '=', member).execute()
		await transaction.updateTable('need_history').set({ member_id: null }).where('need_id', 'in', own).where('member_id', '=', member).execute()
		await transaction.updateTable('support').set({ member_id: null }).where('instance_id', '=', instance).where('member_id', '=', member).execute()
		return { needs: named.length }
	})
}

// In one order for everybody, its own needs and those it supports; gives the latter.
async function lockNeeds(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<string[]> {
	const supports = await transaction.selectFrom('support').select('need_id')
		.where('instance_id', '=', instance).where('organisation_id', '=', organisation).execute()
	const supported = supports.map((support) => support.need_id)
	await transaction.selectFrom('need').select('id')
		.where(({ eb, or, and }) => or([
			and([eb('instance_id', '=', instance), eb('organisation_id', '=', organisation)]),
			...(supported.length > 0 ? [eb('id', 'in', supported)] : []),
		]))
		.orderBy('id').forUpdate().execute()
	return supported
}
