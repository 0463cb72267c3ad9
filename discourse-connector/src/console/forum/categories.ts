/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumCategory } from '../../forum/replies.ts'
import type { ConsoleParts } from '../parts.ts'

import { readCategories } from '../../forum/categories.ts'
import { ForumFailure } from '../../forum/outcome.ts'
import { inTime } from '../../platform/in-time.ts'
import { forumClientOf } from './clients.ts'

/** A preview at each letter must not cost a call each. */
const BELIEVED_MS = 60_000
/** Nobody waits longer for names than for a page. */
const LONGEST_MS = 3000

const known = new WeakMap<ConsoleParts, { until: number, categories: readonly ForumCategory[] }>()

/**
 * The forum's categories, for choosing among them.
 *
 * @param parts of the console
 * @return undefined while the forum does not tell
 */
export async function knownCategories(parts: ConsoleParts): Promise<readonly ForumCategory[] | undefined> {
	const remembered = known.get(parts)
	if (remembered !== undefined && remembered.until > Date.now()) {
		return remembered.categories
	}
	const client = forumClientOf(parts)
	if (client === undefined) {
		return undefined
	}
	const categories = await inTime(readCategories(client).catch(unlessFailed), LONGEST_MS, undefined)
	if (categories !== undefined) {
		known.set(parts, { until: Date.now() + BELIEVED_MS, categories })
	}
	return categories
}

function unlessFailed(error: unknown): undefined {
	if (!(error instanceof ForumFailure)) {
		throw error
	}
}
