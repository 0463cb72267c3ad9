/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { Expression, Kysely, SqlBool } from 'kysely'
import type { Caller } from '../platform/caller.ts'
import type { Tables } from '../platform/tables.ts'
import type { TopicLinkTable } from './tables.ts'

import { sql } from 'kysely'
import { linkColumns, linkDetails } from './link-view.ts'
import { isActive } from './suspension.ts'

/** Whose eyes a need is seen with. */
export type Viewer = Pick<Caller, 'instance' | 'organisation'>

/**
 * Needs with all that an answer shows, before any condition but that they were not erased.
 *
 * @param kysely database or transaction
 * @param viewer who asks
 */
export function selectNeeds(kysely: Kysely<Tables>, viewer: Viewer) {
	return kysely.selectFrom('need').leftJoin('topic_link', 'topic_link.need_id', 'need.id')
		.selectAll('need')
		.select(linkColumns)
		.select(({ selectFrom }) => [
			selectFrom('support').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('support.need_id', '=', 'need.id').as('supports'),
			selectFrom('support').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('support.need_id', '=', 'need.id')
				.where('support.instance_id', '=', viewer.instance).where('support.organisation_id', '=', viewer.organisation ?? '').as('own_supports'),
			// A Date has milliseconds, and a cursor must not skip.
			sql<number>`(extract(epoch from need.created_at) * 1000000)::bigint`.as('created_microseconds'),
		])
		.where('need.status', '!=', 'erased')
}

/** A row of {@link selectNeeds}. */
export type NeedRow = Awaited<ReturnType<ReturnType<typeof selectNeeds>['executeTakeFirstOrThrow']>>

/**
 * That a need is the viewer's own.
 *
 * @param viewer who asks
 */
export function isOwn(viewer: Viewer): Expression<SqlBool> {
	return sql<SqlBool>`(need.instance_id = ${viewer.instance} and need.organisation_id = ${viewer.organisation ?? ''})`
}

/** That anyone may see a need: it was let out, and neither its cloud nor its organisation is suspended. */
export const isPublic = sql<boolean>`(need.published_at is not null and need.status != 'held' and ${isActive('need')})`

/**
 * That a need may be seen: by its organisation always, by others once it is public.
 *
 * @param viewer who asks
 */
export function isVisible(viewer: Viewer): Expression<SqlBool> {
	return sql<SqlBool>`(${isPublic} or ${isOwn(viewer)})`
}

/** What `published_at` becomes when a need ends: one that the operator took back is never shown again. */
export const publishedUnlessHeld = sql<Date | null>`case when status = 'held' then null else published_at end`

/**
 * The answer about a need.
 *
 * @param row of {@link selectNeeds}
 * @param viewer who asks
 * @throws {Error} when the need was erased
 */
export function toNeed(row: NeedRow, viewer: Viewer): Need {
	if (row.publication === null) {
		throw new Error(`Need ${row.id} has no text.`)
	}
	const mine = row.instance_id === viewer.instance && row.organisation_id === viewer.organisation
	return {
		uuid: row.id,
		revision: row.revision,
		status: row.status,
		...(row.status_note ? { statusNote: row.status_note } : {}),
		publication: row.publication,
		link: {
			state: row.link_state ?? stateBeforeTheFirstLook(row),
			...linkDetails(row, mine),
		},
		supports: { total: row.supports ?? 0, own: (row.own_supports ?? 0) > 0 },
		...(row.origin === 'forum' ? { origin: row.origin } : {}),
		mine,
		replyCount: row.reply_count,
		createdAt: row.created_at.toISOString(),
		updatedAt: row.updated_at.toISOString(),
	}
}

// Nobody has looked at a new need yet, but the hint is there.
function stateBeforeTheFirstLook({ status }: Pick<NeedRow, 'status'>): TopicLinkTable['state'] {
	return status === 'published' ? 'queued' : 'none'
}
