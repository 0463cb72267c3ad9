/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TopicRow } from '../../forum/replies.ts'
import type { LastRead } from './tables.ts'

import { createHash } from 'node:crypto'

/**
 * Whether a row of a list says something else of a topic than what was read last.
 *
 * @param row of the list
 * @param lastRead of the topic; null when it was never read
 */
export function isNews(row: TopicRow, lastRead: LastRead | null): boolean {
	return lastRead === null
		|| lastRead.title !== row.title
		|| lastRead.category !== row.categoryId
		|| lastRead.closed !== row.closed
		|| lastRead.visible !== row.visible
		|| sorted(lastRead.tags) !== sorted(row.tags.map(({ name }) => name))
		|| (row.postsCount !== null && lastRead.posts !== null && row.postsCount !== lastRead.posts)
		|| (row.lastPostedAt !== null && lastRead.lastPostedAt !== null && row.lastPostedAt !== lastRead.lastPostedAt)
		|| (row.bumpedAt !== null && row.bumpedAt > lastRead.upTo)
}

/** What of a row is compared from one reading to the next. */
export function digestOfRow(row: TopicRow): string {
	return shortDigest([row.bumpedAt, row.title, row.categoryId, sorted(row.tags.map(({ name }) => name)), row.closed, row.visible, row.postsCount, row.lastPostedAt])
}

/** A short name for a value that is compared and not kept. */
export function shortDigest(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}

function sorted(names: readonly string[]): string {
	return JSON.stringify([...names].sort())
}
