/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { LastRead } from './tables.ts'

const AT_ONCE = 1000

/** A topic that belongs to a record. */
export interface LinkedTopic {
	record: string
	/** Null when it was never read. */
	lastRead: LastRead | null
}

/**
 * What is known of those topics that are ours.
 *
 * @param kysely database or transaction
 * @param topicIds of the forum, any number
 */
export async function linkedTopics(kysely: Kysely<Tables>, topicIds: readonly number[]): Promise<Map<number, LinkedTopic>> {
	const links = new Map<number, LinkedTopic>()
	for (let start = 0; start < topicIds.length; start += AT_ONCE) {
		const found = await kysely.selectFrom('topic_link').select(['topic_id', 'record_id', 'last_read'])
			.where('topic_id', 'in', topicIds.slice(start, start + AT_ONCE)).execute()
		found.forEach((link) => links.set(Number(link.topic_id), { record: link.record_id, lastRead: link.last_read }))
	}
	return links
}
