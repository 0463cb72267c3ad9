/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { leaveHints, Priority } from '../platform/hints.ts'
import { recordChanges } from './record-change.ts'

/**
 * That neither the cloud nor the organisation that a row belongs to is suspended.
 *
 * @param table whose rows belong to somebody
 */
export function isActive(table: 'need' | 'posted_reply') {
	const [instance, organisation] = [sql.ref(`${table}.instance_id`), sql.ref(`${table}.organisation_id`)]
	return sql<boolean>`(not exists (select from instance where instance.id = ${instance} and instance.state = 'suspended')
		and not exists (select from organisation where organisation.instance_id = ${instance} and organisation.organisation_id = ${organisation} and organisation.state = 'suspended'))`
}

/**
 * Makes it known that an instance or one of its organisations was suspended or resumed: their needs leave the view of
 * others, and their topics the lists of the forum, or come back. Answers that waited are looked at; those on the forum
 * belong to the discussions of others and stay.
 *
 * @param transaction that changed the state
 * @param instance suspended or resumed
 * @param organisation the one of its organisations; all when left out
 */
export async function recordSuspension(transaction: Kysely<Tables>, instance: string, organisation?: string): Promise<void> {
	const needs = await transaction.selectFrom('need').select('id').where('instance_id', '=', instance).where('status', 'in', ['published', 'withdrawn'])
		.$if(organisation !== undefined, (query) => query.where('organisation_id', '=', organisation ?? ''))
		.orderBy('id').forUpdate().execute()
	await recordChanges(transaction, needs.map(({ id }) => id), 'suspended or resumed', Priority.change)
	const { rows: answers } = await sql<{ record: string }>`
		select record from hint join posted_reply on hint.record = 'reply-' || posted_reply.id
		where instance_id = ${instance} and ${organisation === undefined ? sql`true` : sql`organisation_id = ${organisation}`}
	`.execute(transaction)
	await leaveHints(transaction, answers.map(({ record }) => ({ record, reason: 'suspended or resumed', priority: Priority.change })))
}
