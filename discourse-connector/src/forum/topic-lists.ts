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
	/** Whether it took one small page. */
	quiet: boolean
}

export interface ListOptions {
	/** Whether much is expected, so that large pages are asked for from the start. */
	busy?: boolean
	/** Where to give up. */
	mostPages?: number
}

/**
 * Reads a list of topics from its newest end back to what is old. In the list by activity topics move while it is read:
 * it shows some twice and may leave some out at the edges of its pages, so after several pages they are read once more,
 * backwards. What is absent says nothing: it may be deleted, hidden from this key or muted.
 *
 * @param client of the forum
 * @param order by last activity or by creation
 * @param isOld whether a row lies behind what is wanted
 * @param options how to read
 * @throws {ForumFailure}
 */
export async function readRecentTopics(client: ForumClient, order: 'activity' | 'created', isOld: (row: TopicRow) => boolean, options: ListOptions = {}): Promise<RecentTopics> {
	const found = new Map<number, TopicRow>()
	const read = async (page: number, size: number): Promise<boolean> => {
		const query = { order, page, per_page: size, no_definitions: true }
		const { topic_list: list } = await client.request({ method: 'GET', path: '/latest.json', query }, TopicList)
		list.topics.forEach((row) => found.set(row.id, row))
		return (list.more_topics_url ?? null) === null || list.topics.some((row) => !row.pinned && isOld(row))
	}
	const quiet = options.busy !== true && await read(0, SMALL)
	let complete = quiet
	let page = 0
	for (; !complete && page < (options.mostPages ?? MOST_PAGES); page++) {
		complete = await read(page, LARGE)
	}
	for (let again = order === 'activity' ? page - 2 : -1; again >= 0; again--) {
		await read(again, LARGE)
	}
	return { topics: [...found.values()], complete, quiet }
}
