/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { Link } from '../topics/link-store.ts'
import type { AnswerProblem } from './answer-problems.ts'

import { readTopic } from '../../forum/topics.ts'
import { judge } from '../topics/observe.ts'
import { topicClosed } from './answer-problems.ts'

/** A topic that is on its way is there within seconds. */
const SOON_SECONDS = 60
/** Topics are opened again seldom, and whoever hears of it looks again. */
const CLOSED_SECONDS = 3600

/** Why an answer is not posted now. */
export interface NotNow {
	problem: AnswerProblem | null
	/** Until it is looked at again. */
	seconds: number
}

/**
 * Whether an answer may be posted: into the need's own topic and no other, and not against the wish of those who closed
 * it, although our account could. What is known to be closed costs no call.
 *
 * @param client of the forum
 * @param link of the need
 * @param isOpen whether the need is public and waits for answers
 * @return null when it may
 * @throws {ForumFailure}
 */
export async function mayPost(client: ForumClient, link: Link, isOpen: boolean): Promise<NotNow | null> {
	const closed = { problem: topicClosed, seconds: CLOSED_SECONDS }
	if (!isOpen || link.standing?.closed === true || link.standing?.archived === true) {
		return closed
	}
	if (link.topicId === null || link.state !== 'linked') {
		return { problem: null, seconds: SOON_SECONDS }
	}
	const topic = await readTopic(client, link.topicId)
	const is = topic === null ? 'absent' : judge(topic, link).is
	if (topic === null || (is !== 'present' && is !== 'followed')) {
		return { problem: null, seconds: SOON_SECONDS }
	}
	return topic.closed || topic.archived ? closed : null
}
