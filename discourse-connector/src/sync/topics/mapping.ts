/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'

import { needKinds } from '@emancipasso/shared/community/need-vocabulary'
import { sql } from 'kysely'
import { recordOf } from '../../community/tables.ts'
import { leaveHints, Priority } from '../../platform/hints.ts'

/** Where the topics of each kind go, and what our tags are called on the forum. */
export interface TopicMapping {
	categories: Readonly<Record<NeedKind, number>>
	/** Names by our own: a kind or a status. An empty one sets no tag; one that is missing keeps our name. */
	tags: Readonly<Record<string, string>>
}

/** Our tags that may be called otherwise; those of regions are codes. */
export const mappedTags = [...needKinds, 'published', 'withdrawn', 'held'] as const

declare module '../../platform/tables.ts' {
	interface Tables {
		/** What the operator chose otherwise than the configuration says. */
		topic_mapping: { part: 'category' | 'tag', name: string, value: string }
	}
}

/**
 * The mapping as it stands.
 *
 * @param kysely database or transaction
 * @param first what counts where nothing else was chosen
 * @param first.categories of the configuration
 * @param first.tags names of our tags
 */
export async function readMapping(kysely: Kysely<Tables>, first: { categories: TopicMapping['categories'], tags?: TopicMapping['tags'] | undefined }): Promise<TopicMapping> {
	return mappingOf(await kysely.selectFrom('topic_mapping').selectAll().execute(), first)
}

/** What the operator chose, as one value of a larger query. */
export const chosenMapping = sql<Tables['topic_mapping'][] | null>`(select json_agg(topic_mapping) from topic_mapping)`

/**
 * The mapping from what the operator chose.
 *
 * @param rows that were chosen
 * @param first what counts where nothing else was chosen
 * @param first.categories of the configuration
 * @param first.tags names of our tags
 */
export function mappingOf(rows: readonly Tables['topic_mapping'][], first: { categories: TopicMapping['categories'], tags?: TopicMapping['tags'] | undefined }): TopicMapping {
	const chosen = (part: 'category' | 'tag') => rows.filter((row) => row.part === part)
	return {
		categories: { ...first.categories, ...Object.fromEntries(chosen('category').map(({ name, value }) => [name, Number(value)])) },
		tags: { ...first.tags, ...Object.fromEntries(chosen('tag').map(({ name, value }) => [name, value])) },
	}
}

/**
 * Keeps what differs from the configuration, and looks again at the topics that it concerns.
 *
 * @param kysely database
 * @param first what counts where nothing else was chosen
 * @param first.categories of the configuration
 * @param mapping as it is to be
 * @return how many topics are looked at again
 */
export async function keepMapping(kysely: Kysely<Tables>, first: { categories: TopicMapping['categories'] }, mapping: TopicMapping): Promise<number> {
	const rows = [
		...needKinds.filter((kind) => mapping.categories[kind] !== first.categories[kind]).map((name) => ({ part: 'category' as const, name, value: String(mapping.categories[name]) })),
		...mappedTags.filter((tag) => (mapping.tags[tag] ?? tag) !== tag).map((name) => ({ part: 'tag' as const, name, value: mapping.tags[name] ?? name })),
	]
	return await kysely.transaction().execute(async (transaction) => {
		const before = await readMapping(transaction, first)
		await transaction.deleteFrom('topic_mapping').execute()
		if (rows.length > 0) {
			await transaction.insertInto('topic_mapping').values(rows).execute()
		}
		const kinds = needKinds.filter((kind) => before.categories[kind] !== mapping.categories[kind] || nameOf(kind, before.tags) !== nameOf(kind, mapping.tags))
		const statuses = (['published', 'withdrawn', 'held'] as const).filter((status) => nameOf(status, before.tags) !== nameOf(status, mapping.tags))
		const concerned = await transaction.selectFrom('need').innerJoin('topic_link', 'topic_link.need_id', 'need.id').select('need.id')
			.where('topic_link.topic_id', 'is not', null)
			.where(({ eb, or }) => or([
				...(kinds.length > 0 ? [eb('need.kind', 'in', kinds)] : []),
				...(statuses.length > 0 ? [eb('need.status', 'in', statuses)] : []),
			]))
			.execute()
		await leaveHints(transaction, concerned.map(({ id }) => ({ record: recordOf(id), reason: 'the mapping changed', priority: Priority.change })))
		return concerned.length
	})
}

/**
 * Our tags as they are called on the forum.
 *
 * @param tags ours
 * @param names of the mapping
 */
export function mapTags(tags: readonly string[], names: TopicMapping['tags']): string[] {
	return [...new Set(tags.map((tag) => nameOf(tag, names)).filter((name) => name !== ''))]
}

function nameOf(tag: string, names: TopicMapping['tags']): string {
	return Object.hasOwn(names, tag) ? names[tag] ?? tag : tag
}
