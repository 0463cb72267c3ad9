/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { Organisations } from './organisations.ts'

import { Priority } from '../platform/hints.ts'
import { forgetNeeds } from './forget-needs.ts'
import { recordChanges } from './record-change.ts'

/** What an erasure came to so far. */
export interface Erasure {
	needs: number
	supports: number
	topics: { erased: number, waiting: number, byHand: number }
}

/**
 * Erases an organisation: its needs, of which {@link forgetNeeds} takes all texts, and its supports. Again, it does
 * nothing more, and says how far the erasure came on the forum.
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
		const { own, supported } = await lockNeeds(transaction, instance, organisation)
		const ids = await forgetNeeds(transaction, own)
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

// In one order for everybody, its own needs and those it supports.
async function lockNeeds(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<{ own: string[], supported: string[] }> {
	const supports = await transaction.selectFrom('support').select('need_id')
		.where('instance_id', '=', instance).where('organisation_id', '=', organisation).execute()
	const supported = supports.map((support) => support.need_id)
	const locked = await transaction.selectFrom('need').select(['id', 'instance_id', 'organisation_id'])
		.where(({ eb, or, and }) => or([
			and([eb('instance_id', '=', instance), eb('organisation_id', '=', organisation)]),
			...(supported.length > 0 ? [eb('id', 'in', supported)] : []),
		]))
		.orderBy('id').forUpdate().execute()
	const own = locked.filter((need) => need.instance_id === instance && need.organisation_id === organisation)
	return { own: own.map(({ id }) => id), supported }
}
