/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { Database } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { NeedRow, Viewer } from './need-view.ts'

import { wordsOf } from '@emancipasso/shared/language/normalise'
import { sql } from 'kysely'
import { Problem } from '../platform/problem.ts'
import { isOwn, isVisible, selectNeeds, toNeed } from './need-view.ts'

/** Which needs are wanted. */
export interface NeedQuery {
	/** Words of the title, the tools or the texts; beginnings and, when nothing has them, typos are found. */
	text?: string | undefined
	kind?: NeedKind | undefined
	/** The organisation's own, in every state. */
	mine?: boolean | undefined
	/** From 1 to 100. */
	limit: number
	cursor?: string | undefined
}

/** A page of needs. */
export interface NeedPage {
	items: Need[]
	/** For the next page; null when there is none. */
	cursor: string | null
}

// How much of a typed text must be found in a title when it has typos: half of its three-letter pieces or a little less.
const ALIKE = 0.4

/**
 * Needs that the viewer sees, newest first; those found in spite of typos, most alike first and on one page.
 *
 * @param database of the needs
 * @param viewer who asks
 * @param query what is wanted
 * @throws {Problem} `invalid-input` for a cursor that was not given by this
 */
export async function searchNeeds(database: Pick<Database, 'kysely'>, viewer: Viewer, query: NeedQuery): Promise<NeedPage> {
	const words = wordsOf(query.text ?? '')
	const before = query.cursor === undefined ? undefined : readCursor(query.cursor)
	const rows = await pageOf(wanted(database.kysely, viewer, query, words), before, query.limit + 1)
	if (rows.length === 0 && words.length > 0 && before === undefined) {
		const alike = await resembling(database.kysely, viewer, query, words.join(' '))
		return { items: alike.map((row) => toNeed(row, viewer)), cursor: null }
	}
	const page = rows.slice(0, query.limit)
	const last = page.at(-1)
	return {
		items: page.map((row) => toNeed(row, viewer)),
		cursor: rows.length > page.length && last ? Buffer.from(`${last.created_microseconds} ${last.id}`).toString('base64url') : null,
	}
}

function wanted(kysely: Kysely<Tables>, viewer: Viewer, { kind, mine }: NeedQuery, words: readonly string[]) {
	return selectNeeds(kysely, viewer)
		.where(mine ? isOwn(viewer) : isVisible(viewer))
		// What was withdrawn waits for nothing; its organisation still finds it.
		.$if(!mine, (needs) => needs.where(({ or, eb }) => or([eb('need.status', '!=', 'withdrawn'), isOwn(viewer)])))
		.$if(kind !== undefined, (needs) => needs.where('need.kind', '=', kind ?? 'tool-advice'))
		.$if(words.length > 0, (needs) => needs.where(sql<boolean>`to_tsvector('simple', need.text_plain) @@ to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`))
}

async function pageOf(needs: ReturnType<typeof wanted>, before: Position | undefined, limit: number): Promise<NeedRow[]> {
	return await needs
		.$if(before !== undefined, (rest) => rest.where(sql<boolean>`(need.created_at, need.id) < (timestamptz 'epoch' + ${before?.microseconds}::bigint * interval '1 microsecond', ${before?.id}::uuid)`))
		.orderBy('need.created_at', 'desc').orderBy('need.id', 'desc')
		.limit(limit).execute()
}

async function resembling(kysely: Kysely<Tables>, viewer: Viewer, query: NeedQuery, typed: string): Promise<NeedRow[]> {
	return await kysely.transaction().execute(async (transaction) => {
		await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`.execute(transaction)
		return await wanted(transaction, viewer, query, [])
			.where(sql<boolean>`${typed} <% need.title_plain`)
			.orderBy(sql`word_similarity(${typed}, need.title_plain)`, 'desc').orderBy('need.id')
			.limit(query.limit).execute()
	})
}

interface Position {
	/** Of its creation, since 1970, in digits. */
	microseconds: string
	id: string
}

function readCursor(cursor: string): Position {
	const [, microseconds, id] = /^(\d{1,16}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
	if (microseconds === undefined || id === undefined) {
		throw new Problem('invalid-input', { fields: [{ path: 'query.cursor', message: 'not a cursor of this list' }] })
	}
	return { microseconds, id }
}
