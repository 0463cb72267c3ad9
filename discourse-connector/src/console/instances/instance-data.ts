/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedStatus } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { OrganisationState } from '../../instances/tables.ts'
import type { Tables } from '../../platform/tables.ts'

import { sql } from 'kysely'

/** How many needs there are, by status. */
export type NeedCounts = Readonly<Partial<Record<NeedStatus, number>>>

/** An organisation of a cloud, known only by the id that its cloud made. */
export interface ListedOrganisation {
	id: string
	state: OrganisationState
	needs: NeedCounts
}

/** A need in a list. */
export interface TitledNeed {
	uuid: string
	title: string | null
	status: NeedStatus
	organisation: string
}

/** An answer of a cloud that is on the forum. */
export interface PostedAnswer {
	name: string
	postId: number
}

/** How many of its needs, and of its answers, a page shows. */
export const MOST_NEEDS = 50

/**
 * What each cloud has published.
 *
 * @param kysely database
 */
export async function countNeeds(kysely: Kysely<Tables>): Promise<Map<string, NeedCounts>> {
	const rows = await kysely.selectFrom('need').select(['instance_id', 'status', sql<number>`count(*)::int`.as('count')]).groupBy(['instance_id', 'status']).execute()
	return new Map([...Map.groupBy(rows, (row) => row.instance_id)].map(([id, some]) => [id, Object.fromEntries(some.map(({ status, count }) => [status, count]))]))
}

/**
 * The organisations of a cloud: those that acted, and those that published before.
 *
 * @param kysely database
 * @param instance of the cloud
 */
export async function listOrganisations(kysely: Kysely<Tables>, instance: string): Promise<ListedOrganisation[]> {
	const known = await kysely.selectFrom('organisation').select(['organisation_id', 'state']).where('instance_id', '=', instance).execute()
	const counts = await kysely.selectFrom('need').select(['organisation_id', 'status', sql<number>`count(*)::int`.as('count')])
		.where('instance_id', '=', instance).groupBy(['organisation_id', 'status']).execute()
	const ids = new Set([...known, ...counts].map((row) => row.organisation_id))
	return [...ids].sort().map((id) => ({
		id,
		state: known.find((row) => row.organisation_id === id)?.state ?? 'active',
		needs: Object.fromEntries(counts.filter((row) => row.organisation_id === id).map(({ status, count }) => [status, count])),
	}))
}

/**
 * The newest needs of a cloud.
 *
 * @param kysely database
 * @param instance of the cloud
 */
export async function listNewestNeeds(kysely: Kysely<Tables>, instance: string): Promise<TitledNeed[]> {
	return await kysely.selectFrom('need')
		.select(['id as uuid', sql<string | null>`publication->>'title'`.as('title'), 'status', 'organisation_id as organisation'])
		.where('instance_id', '=', instance).orderBy('created_at', 'desc').limit(MOST_NEEDS).execute()
}

/**
 * The newest answers of a cloud that are on the forum.
 *
 * @param kysely database
 * @param instance of the cloud
 */
export async function listPostedAnswers(kysely: Kysely<Tables>, instance: string): Promise<PostedAnswer[]> {
	const rows = await kysely.selectFrom('posted_reply').select(['name', 'post_id'])
		.where('instance_id', '=', instance).where('state', '=', 'linked').where('post_id', 'is not', null)
		.orderBy('created_at', 'desc').limit(MOST_NEEDS).execute()
	return rows.flatMap(({ name, post_id: postId }) => name === null || postId === null ? [] : [{ name, postId }])
}
