/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Person } from '../../../sandbox-forum/people.ts'
import type { Post, Topic } from '../../../sandbox-forum/state/model.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import type { JoinedForum } from '../testing.ts'

import { person } from '../../../sandbox-forum/people.ts'
import { recordOf } from '../../community/tables.ts'
import { leaveHint } from '../../platform/hints.ts'
import { joinForum } from '../testing.ts'

/** A need whose topic is on the forum and agreed. */
export interface PublishedNeed extends JoinedForum {
	uuid: string
	topic: Topic
	first: Post
	moderator: Person
	/** Looks at the record as if the forum had told of it. */
	look(): Promise<void>
	/** Calls of this kind since the last look began, without their numbers. */
	writes(): string[]
}

/**
 * Publishes a need and waits until its topic is agreed.
 *
 * @param database of the test
 * @param options of the forum
 * @param changes of the need
 * @param client otherwise than usual
 */
export async function publishedNeed(database: TestDatabase, options: Parameters<typeof joinForum>[1] = {}, changes: Partial<NeedPublication> = {}, client: Parameters<typeof joinForum>[2] = {}): Promise<PublishedNeed> {
	const joined = await joinForum(database, options, client)
	const uuid = await joined.publish(changes)
	await joined.drain()
	const [topic] = joined.topics(uuid)
	const [first] = joined.forum.state.postsOf(topic?.id ?? 0)
	if (topic === undefined || first === undefined) {
		throw new Error('The need did not reach the forum.')
	}
	return {
		...joined,
		uuid,
		topic,
		first,
		moderator: person(joined.forum.forum, 'Marie', 'moderator'),
		look: async () => {
			joined.calls.length = 0
			await leaveHint(database.kysely, recordOf(uuid), 'webhook')
			await joined.drain()
		},
		writes: () => joined.calls.filter((call) => !call.startsWith('GET')).map((call) => call.replaceAll(/\d+/g, 'N')),
	}
}
