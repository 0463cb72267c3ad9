/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { NeedForTopic } from '../../community/need-topic.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Link } from './link-store.ts'
import type { TopicMapping } from './mapping.ts'
import type { Desired } from './state.ts'

import { renderErasedTopic, renderTopic } from '@emancipasso/shared/community/topic'
import { selectNeedForTopic, toNeedForTopic } from '../../community/need-topic.ts'
import { linkOf, needIdOf, readLink } from './link-store.ts'
import { chosenMapping, mappingOf, mapTags } from './mapping.ts'

/** What a topic depends on besides its need. */
export interface Rendering {
	/** The forum's language, whatever the reader's. */
	language: 'fr' | 'en'
	/** By kind, where the operator chose no other in the console. */
	categories: Readonly<Record<NeedKind, number>>
	/** What our tags are called on the forum, likewise; ours where it says nothing. */
	tags?: Readonly<Record<string, string>>
	/** The address at which people can read a need, where there is one. */
	needUrl?: (uuid: string) => string
}

/**
 * What a need wants of the forum: its topic while it is published, closed once it is withdrawn, a stub once it is
 * erased, out of the lists when the operator took it back.
 *
 * @param kysely database or transaction
 * @param uuid of the need
 * @param rendering language, categories and addresses
 * @param titleSuffix whether another topic has the plain title
 * @return null when there is no such need
 */
export async function desiredOf(kysely: Kysely<Tables>, uuid: string, rendering: Rendering, titleSuffix: boolean): Promise<Desired | null> {
	const row = await selectNeedForTopic(kysely, uuid).select(chosenMapping.as('mapping')).executeTakeFirst()
	return row === undefined ? null : render(uuid, toNeedForTopic(row), mappingOf(row.mapping ?? [], rendering), rendering, titleSuffix)
}

/**
 * The link of a record and what its need wants of the forum, as they are at one moment.
 *
 * @param kysely database or transaction
 * @param record `need-<uuid>`
 * @param rendering language, categories and addresses
 */
export async function readRecord(kysely: Kysely<Tables>, record: string, rendering: Rendering): Promise<{ link: Link, desired: Desired | null }> {
	const uuid = needIdOf(record)
	const row = await selectNeedForTopic(kysely, uuid).select(chosenMapping.as('mapping'))
		.leftJoin('topic_link', (join) => join.on('topic_link.record_id', '=', record)).selectAll('topic_link')
		.executeTakeFirst()
	if (row === undefined) {
		return { link: await readLink(kysely, record), desired: null }
	}
	const link = linkOf(record, row)
	return { link, desired: render(uuid, toNeedForTopic(row), mappingOf(row.mapping ?? [], rendering), rendering, link.titleSuffix) }
}

function render(uuid: string, need: NeedForTopic, { categories, tags }: TopicMapping, { language, needUrl }: Rendering, titleSuffix: boolean): Desired {
	const topic = need.publication === null || need.status === 'erased'
		? renderErasedTopic({ uuid, language })
		: renderTopic(need.publication, {
				uuid,
				language,
				status: need.status,
				supports: need.supports,
				...(needUrl === undefined ? {} : { publicUrl: needUrl(uuid) }),
				...(titleSuffix ? { titleSuffix: ` (${uuid.slice(-4)})` } : {}),
			})
	return {
		...topic,
		body: topic.body.trimEnd(),
		tags: mapTags(topic.tags, tags),
		category: categories[need.kind],
		closed: need.status === 'withdrawn' || need.status === 'erased',
		visible: need.isPublic,
		mayCreate: need.status === 'published' && need.isPublic,
		mustWin: need.status === 'erased',
		corrections: need.corrections,
	}
}
