/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'
import type { Desired } from './state.ts'

import { renderErasedTopic, renderTopic } from '@emancipasso/shared/community/topic'
import { readNeedForTopic } from '../community/need-topic.ts'
import { mapTags, readMapping } from './mapping.ts'

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
	const need = await readNeedForTopic(kysely, uuid)
	if (need === undefined) {
		return null
	}
	const { language, needUrl } = rendering
	const { categories, tags } = await readMapping(kysely, rendering)
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
