/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Kysely } from 'kysely'
import type { Look } from '../../platform/hint-queue.ts'
import type { Tables } from '../../platform/tables.ts'
import type { AgreeParts } from './agree.ts'
import type { Link } from './link-store.ts'
import type { Desired, Observed } from './state.ts'

import { lockNeed } from '../../community/need-topic.ts'
import { readAllPosts } from '../../forum/posts.ts'
import { noteReading } from '../detection/last-read.ts'
import { compareReplies, isEmpty, storeReplies } from '../replies/reply-store.ts'
import { isSameLink, keepLink } from './link-store.ts'
import { isReadable } from './settle.ts'

/** The link as it is stored, and as it stands or is to be. */
export interface Links { kept: Link, link: Link }

/** What the forum said before the steps, and what it says now. */
export interface Found { before: Observed, after: Observed }

/**
 * Keeps the link, what was seen and the replies.
 *
 * @param parts of looking
 * @param look at the record
 * @param links of the record, as it is to be
 * @param desired what is wanted
 * @param found before and after the steps
 */
export async function takeIn(parts: AgreeParts, look: Look, links: Links, desired: Desired, found: Found): Promise<void> {
	const { kept, link } = links
	const { before, after: observed } = found
	const { client, database: { kysely } } = parts
	const posts = isReadable(observed) ? await readAllPosts(client, observed.topic) : []
	// Who was paused while reading would put older replies over newer ones.
	await look.assertMine()
	// A look that began before the erasure may have kept replies after it. What moderators deleted is not shown here either.
	const isShown = isReadable(observed) || observed.is === 'personal' || observed.is === 'deleted' || desired.mustWin
	const shown = desired.mustWin ? [] : posts
	const keeping = { forumUrl: client.url, keptDays: parts.repliesKeptDays }
	const isKept = isSameLink(kept, link) && (!isShown || isEmpty(await compareReplies(kysely, link.needId, shown, keeping)))
	const keepAll = async (transaction: Kysely<Tables>) => {
		await lockNeed(transaction, link.needId)
		const { version } = await keepLink(transaction, kept, link)
		if (isShown) {
			await storeReplies(transaction, link.needId, shown, keeping)
		}
		return await noteReading(transaction, look, { version, before, after: observed, posts })
	}
	const drift = isKept
		? await noteReading(kysely, look, { version: kept.version, before, after: observed, posts })
		: await kysely.transaction().execute(keepAll)
	if (drift !== null) {
		parts.onDrift?.(drift)
	}
}
