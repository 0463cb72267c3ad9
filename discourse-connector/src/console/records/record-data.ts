/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { NeedStatus } from '@emancipasso/shared/community/need-vocabulary'
import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { Link } from '../../sync/topics/link-store.ts'
import type { LinkProblem } from '../../sync/trouble/problems.ts'

import { sql } from 'kysely'
import { recordOf } from '../../community/tables.ts'
import { readLink } from '../../sync/topics/link-store.ts'
import { needsAttention } from './attention.ts'

/** A record in a list. */
export interface ListedRecord {
	uuid: string
	title: string
	problem: LocalisedText | null
	kind: LinkProblem['kind'] | null
	state: Link['state']
	updatedAt: Date
}

/** A record with all that the console shows of it. */
export interface WholeRecord {
	uuid: string
	record: string
	status: NeedStatus
	publication: NeedPublication | null
	instance: { id: string, name: string | null }
	organisation: string
	link: Link
	moderatorReason: string | null
	/** The last failure of looking, and when it is looked at again; null when nothing waits. */
	hint: { reason: string, dueAt: Date, failures: number } | null
}

/** @return whether it can be a record's id */
export function isUuid(text: string | undefined): text is string {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text ?? '')
}

/**
 * The records that a person should look at, the newest trouble first.
 *
 * @param kysely database
 * @param page from 0
 * @param size of a page
 */
export async function listTroubledRecords(kysely: Kysely<Tables>, page: number, size: number): Promise<ListedRecord[]> {
	const rows = await kysely.selectFrom('topic_link').innerJoin('need', 'need.id', 'topic_link.need_id')
		.select(['need.id', 'topic_link.problem', 'topic_link.problem_kind', 'topic_link.state', 'topic_link.updated_at', sql<string | null>`need.publication->>'title'`.as('title')])
		.where(needsAttention)
		.orderBy('topic_link.updated_at', 'desc').orderBy('need.id').limit(size).offset(page * size).execute()
	return rows.map((row) => ({ uuid: row.id, title: row.title ?? '', problem: row.problem, kind: row.problem_kind as LinkProblem['kind'] | null, state: row.state, updatedAt: new Date(row.updated_at) }))
}

/**
 * One record.
 *
 * @param kysely database
 * @param uuid of the need
 * @return undefined when there is none
 */
export async function readRecord(kysely: Kysely<Tables>, uuid: string | undefined): Promise<WholeRecord | undefined> {
	if (!isUuid(uuid)) {
		return undefined
	}
	const need = await kysely.selectFrom('need').leftJoin('instance', 'instance.id', 'need.instance_id')
		.select(['need.status', 'need.publication', 'need.instance_id', 'need.organisation_id', 'instance.name']).where('need.id', '=', uuid).executeTakeFirst()
	if (need === undefined) {
		return undefined
	}
	const record = recordOf(uuid)
	const more = await kysely.selectFrom('topic_link').select('moderator_reason').where('record_id', '=', record).executeTakeFirst()
	const hint = await kysely.selectFrom('hint').select(['reason', 'failures', sql<Date>`due_at`.as('due_at')]).where('record', '=', record).executeTakeFirst()
	return {
		uuid,
		record,
		status: need.status,
		publication: need.publication,
		instance: { id: need.instance_id, name: need.name },
		organisation: need.organisation_id,
		link: await readLink(kysely, record),
		moderatorReason: more?.moderator_reason ?? null,
		hint: hint === undefined ? null : { reason: hint.reason, dueAt: new Date(hint.due_at), failures: hint.failures },
	}
}
