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
import { answeredNeeds, eraseAnswers } from './answers/answer-erasure.ts'
import { forgetNeeds } from './forget-needs.ts'
import { recordChanges } from './record-change.ts'

/** What an erasure came to so far. */
export interface Erasure {
	needs: number
	supports: number
	/** Written to anybody's needs; their posts are deleted. */
	answers: number
	topics: { erased: number, waiting: number, byHand: number }
}

/**
 * Erases an organisation: its needs, of which {@link forgetNeeds} takes all texts, its answers to anybody's needs, and
 * its supports. Again, it does nothing more, and says how far the erasure came on the forum.
 *
 * @param database of the needs
 * @param instance that made the organisation's id
 * @param organisation its opaque id
 * @param organisations that know who was erased
 * @return how many needs, supports and answers were erased by this call, and how many topics of its needs are erased, still
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
		const answers = await eraseAnswers(transaction, { instance, organisation })
		return { needs: ids.length, supports: Number(supports.numDeletedRows), answers, topics: await topicsOf(transaction, instance, organisation) }
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
 * Forgets a member: the needs that they wrote for their organisation stay, without a trace of who wrote them; the
 * answers, which carry a name, are erased.
 *
 * @param database of the needs
 * @param instance that made the member's id
 * @param member its opaque id
 * @return how many needs named the member, and how many answers were erased
 */
export async function eraseMember(database: Pick<Database, 'kysely'>, instance: string, member: string): Promise<{ needs: number, answers: number }> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const own = transaction.selectFrom('need').select('id').where('instance_id', '=', instance)
		const answered = await answeredNeeds(transaction, { instance, member })
		const named = sql<boolean>`(instance_id = ${instance} and (member_id = ${member} or id in (select need_id from need_history where member_id = ${member})))`
		const locked = await transaction.selectFrom('need').select(['id', named.as('named')])
			.where(({ eb, or }) => or([named, ...(answered.length > 0 ? [eb('id', 'in', answered)] : [])]))
			.orderBy('id').forUpdate().execute()
		await transaction.updateTable('need').set({ member_id: null }).where('instance_id', '=', instance).where('member_id', '=', member).execute()
		await transaction.updateTable('need_history').set({ member_id: null }).where('need_id', 'in', own).where('member_id', '=', member).execute()
		await transaction.updateTable('support').set({ member_id: null }).where('instance_id', '=', instance).where('member_id', '=', member).execute()
		const answers = await eraseAnswers(transaction, { instance, member })
		return { needs: locked.filter((need) => need.named).length, answers }
	})
}

// In one order for everybody, its own needs and those it supports or answered.
async function lockNeeds(transaction: Kysely<Tables>, instance: string, organisation: string): Promise<{ own: string[], supported: string[] }> {
	const supports = await transaction.selectFrom('support').select('need_id')
		.where('instance_id', '=', instance).where('organisation_id', '=', organisation).execute()
	const supported = supports.map((support) => support.need_id)
	const touched = [...supported, ...await answeredNeeds(transaction, { instance, organisation })]
	const locked = await transaction.selectFrom('need').select(['id', 'instance_id', 'organisation_id'])
		.where(({ eb, or, and }) => or([
			and([eb('instance_id', '=', instance), eb('organisation_id', '=', organisation)]),
			...(touched.length > 0 ? [eb('id', 'in', touched)] : []),
		]))
		.orderBy('id').forUpdate().execute()
	const own = locked.filter((need) => need.instance_id === instance && need.organisation_id === organisation)
	return { own: own.map(({ id }) => id), supported }
}
