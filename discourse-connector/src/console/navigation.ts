/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { needsAttention } from './records/attention.ts'

/** What waits for a person. */
export interface Counts {
	records: number
	publications: number
}

/** The parts of the console, in the order in which they are shown. */
export const parts = [
	{ path: '', name: { fr: 'Vue d’ensemble', en: 'Overview' } },
	{ path: '/records', name: { fr: 'À regarder', en: 'Needs attention' }, count: 'records' },
	{ path: '/publications', name: { fr: 'À relire', en: 'To review' }, count: 'publications' },
	{ path: '/instances', name: { fr: 'Clouds', en: 'Clouds' } },
	{ path: '/mapping', name: { fr: 'Catégories', en: 'Categories' } },
	{ path: '/forum', name: { fr: 'Forum', en: 'Forum' } },
	{ path: '/log', name: { fr: 'Journal', en: 'Log' } },
] as const

/**
 * How much waits, for the navigation.
 *
 * @param kysely database
 */
export async function countsOf(kysely: Kysely<Tables>): Promise<Counts> {
	const { rows: [row] } = await sql<Counts>`
		select
			(select count(*)::int from topic_link where ${needsAttention}) as records,
			(select count(*)::int from need where status = 'held' and revision is distinct from refused_revision and published_at is null) as publications
	`.execute(kysely)
	return row ?? { records: 0, publications: 0 }
}
