/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { ForumPost } from '../../forum/replies.ts'
import type { Link } from './link-store.ts'
import type { Observed } from './state.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { hideRevision, isRevisionHidden } from '../../forum/posts.ts'
import { erasureProblem } from '../trouble/problems.ts'
import { topicUrl } from './settle.ts'

/** A forum shows the versions of a text to those who look for them: more than these are a moderator's work. */
const MOST_VERSIONS = 100

/**
 * What is left to erase of a topic whose text was replaced: the earlier versions, which are hidden where the key allows,
 * and what cannot be reached, which is a task for a moderator. Looking again finds whether the moderator did it.
 *
 * @param client of the forum
 * @param link of an erased record
 * @param observed what the forum says now
 * @return the link, with how far the erasure came
 * @throws {ForumFailure} when the forum is away
 */
export async function eraseRest(client: ForumClient, link: Link, observed: Observed): Promise<Link> {
	if (link.erasure === 'done') {
		return link
	}
	if (observed.is === 'present') {
		return await hideVersions(client, link, observed.firstPost) ? { ...link, erasure: 'done' } : byHand(client, link)
	}
	const wasSent = link.topicId !== null || link.state === 'sent'
	return !wasSent ? { ...link, erasure: 'done' } : link.topicId === null && link.reviewableId === null ? link : byHand(client, link)
}

function byHand(client: ForumClient, link: Link): Link {
	return { ...link, erasure: 'by-hand', problem: erasureProblem(link.topicId === null ? `${client.url}/review/${link.reviewableId}` : topicUrl(client.url, link.topicId)) }
}

/**
 * Hides the earlier versions of a post, the newest first.
 *
 * @param client of the forum
 * @param link of an erased record
 * @param link.erasure how far it came before
 * @param post of the forum
 * @param post.id its number
 * @param post.version its newest version
 * @return whether none can be seen any more
 */
async function hideVersions(client: ForumClient, { erasure }: Link, { id, version: newest }: Pick<ForumPost, 'id' | 'version'>): Promise<boolean> {
	if (newest > MOST_VERSIONS && erasure === 'by-hand') {
		return false
	}
	for (let version = Math.min(newest, MOST_VERSIONS); version >= 2; version--) {
		if (!await hide(client, id, version) && !await isRevisionHidden(client, id, version)) {
			return false
		}
	}
	return newest <= MOST_VERSIONS
}

/** @return whether the key may hide it */
async function hide(client: ForumClient, postId: number, version: number): Promise<boolean> {
	try {
		await hideRevision(client, postId, version)
		return true
	} catch (error) {
		if (!(error instanceof ForumFailure) || (error.kind !== 'forbidden' && error.kind !== 'not-found')) {
			throw error
		}
		return error.kind === 'not-found'
	}
}
