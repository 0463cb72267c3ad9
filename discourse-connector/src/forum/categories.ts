/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'
import type { ForumCategory, ForumTag } from './replies.ts'
import type { TagForm } from './topics.ts'

import { ForumFailure } from './outcome.ts'
import { About, CategoryList, CurrentUser, PageSettings, TagList } from './replies.ts'

/** What a forum says of itself. */
export interface ForumFacts {
	version: string
	tagForm: TagForm
}

/**
 * Asks which generation the forum is.
 *
 * @param client of the forum
 * @throws {ForumFailure}
 */
export async function readFacts(client: ForumClient): Promise<ForumFacts> {
	const { about } = await client.request({ method: 'GET', path: '/about.json' }, About)
	return { version: about.version, tagForm: tagFormOf(about.version) }
}

/**
 * Forums numbered by year want tags as objects, those before know only names.
 *
 * @param version as /about.json says it, for example 3.1.0.beta2 or 2026.8.0
 */
export function tagFormOf(version: string): TagForm {
	return Number(/^\d+/.exec(version)?.[0] ?? 0) >= 2026 ? 'objects' : 'names'
}

/**
 * The categories that the key may see.
 *
 * @param client of the forum
 * @throws {ForumFailure}
 */
export async function readCategories(client: ForumClient): Promise<ForumCategory[]> {
	return (await client.request({ method: 'GET', path: '/categories.json' }, CategoryList)).category_list.categories
}

/**
 * Every tag, with its id where the forum has ids.
 *
 * @param client of the forum
 * @throws {ForumFailure}
 */
export async function readTags(client: ForumClient): Promise<ForumTag[]> {
	return (await client.request({ method: 'GET', path: '/tags.json' }, TagList)).tags
}

/** What a topic may have where the forum does not say otherwise. */
const USUAL_TAGS = 5

/**
 * How many tags a topic may have. The forum tells its pages, and this key where its scopes allow it.
 *
 * @param client of the forum
 * @throws {ForumFailure} when the forum is away
 */
export async function readMostTags(client: ForumClient): Promise<number> {
	try {
		return (await client.request({ method: 'GET', path: '/site/settings.json' }, PageSettings)).max_tags_per_topic
	} catch (error) {
		if (error instanceof ForumFailure && !error.isPassing && error.kind !== 'moved') {
			return USUAL_TAGS
		}
		throw error
	}
}

/**
 * Who the key acts as, and whether it may moderate.
 *
 * @param client of the forum
 * @throws {ForumFailure} `forbidden` when the key is not accepted
 */
export async function readBot(client: ForumClient): Promise<{ id: number, username: string, staff: boolean }> {
	const { current_user: user } = await client.request({ method: 'GET', path: '/session/current.json' }, CurrentUser)
	return { id: user.id, username: user.username, staff: user.admin === true || user.moderator === true }
}
