/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from './client.ts'
import type { TopicRow } from './replies.ts'

import { TopicList } from './replies.ts'

/** A quiet forum is read in small pages; one in which much happened, in the largest that forums give. */
const [SMALL, LARGE] = [30, 100]
/** Where reading back ends whatever was found. */
const MOST_PAGES = 200

/** What was found reading a list from its newest end. */
export interface RecentTopics {
	/** Each topic once, as it was read last. */
	topics: TopicRow[]
	/** Whether the reading came to something old, or to the end of the list. */
	complete: boolean
}

/**
 * Reads a list of topics from its newest end back to what is old. A list in which topics move shows some twice and may
 * leave some out at the edges of its pages, so after several pages they are read once more, backwards: at most two calls
 * a page. What is absent says nothing: it may be deleted, hidden from this key or muted.
 *
 * @param client of the forum
 * @param order by last activity or by creation
 * @param isOld whether a row lies behind what is wanted
 * @param mostPages where to give up
 * @throws {ForumFailure}
 */
export async function readRecentTopics(client: ForumClient, order: 'activity' | 'created', isOld: (row: TopicRow) => boolean, mostPages = MOST_PAGES): Promise<RecentTopics> {
	const found = new Map<number, TopicRow>()
	const read = async (page: number, size: number): Promise<boolean> => {
		const query = { order, page, per_page: size, no_definitions: true }
		const { topic_list: list } = await client.request({ method: 'GET', path: '/latest.json', query }, TopicList)
		list.topics.forEach((row) => found.set(row.id, row))
		return (list.more_topics_url ?? null) === null || list.topics.some((row) => !row.pinned && isOld(row))
	}
	let complete = await read(0, SMALL)
	let page = 0
	for (; !complete && page < mostPages; page++) {
		complete = await read(page, LARGE)
	}
	for (let again = page - 2; again >= 0; again--) {
		await read(again, LARGE)
	}
	return { topics: [...found.values()], complete }
}
