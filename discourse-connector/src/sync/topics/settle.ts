/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumTopic } from '../../forum/replies.ts'
import type { LinkProblem } from '../trouble/problems.ts'
import type { Link } from './link-store.ts'
import type { Desired, Observed, TopicFields } from './state.ts'

import { answerConflict, isAnswered, stillOpen } from '../conflict/conflict.ts'
import { conflictProblem, mergedProblem } from '../trouble/problems.ts'
import { forumTextOf, mergedInto, standingOf } from './standing.ts'

/** A topic that can be read. */
export type Readable = Observed & { is: 'present' | 'followed' }

/**
 * The link of a topic that is there. What we do not remember to have sent counts as settled: the forum's is kept.
 *
 * @param link as it was stored
 * @param desired what is wanted
 * @param observed the topic
 * @param forumUrl without a slash at the end
 */
export function seen(link: Link, desired: Desired, observed: Observed & { is: 'present' }, forumUrl: string): Link {
	const { topic, firstPost, fields } = observed
	const known = isAnswered(link.conflict, desired) ? answerConflict(link) : link
	const settled = known.settled ?? fieldsOf(desired)
	return {
		...known,
		state: 'linked',
		topicId: topic.id,
		firstPostId: firstPost.id,
		topicUrl: topicUrl(forumUrl, topic.id),
		settled,
		// A forum stores a text as it was sent, so another one at first sight is somebody's edit; a title it may rewrite.
		acknowledged: known.acknowledged ?? { ...fields, body: settled.body },
		reviewableId: null,
	}
}

/**
 * The link after a look: what was wanted is settled, and what the forum says is kept to be shown.
 *
 * @param link as the steps left it
 * @param desired what is wanted
 * @param observed what the forum says now
 * @param forumUrl without a slash at the end
 */
export function settle(link: Link, desired: Desired, observed: Observed, forumUrl: string): Link {
	switch (observed.is) {
		case 'present': return settleAll(link, desired, observed, forumUrl)
		case 'followed': return follow(link, observed.topic, forumUrl)
		// What moderators took out of view, or made personal, is not shown by us in its place, and people's words are not kept.
		case 'deleted': return settleWithoutTopic({ ...link, forumText: null, conflict: null }, desired)
		case 'personal': return settleWithoutTopic({ ...link, forumText: null, conflict: null, acknowledged: null }, desired)
		default: return settleWithoutTopic(link, desired)
	}
}

/**
 * The link after a look in which the forum refused a step: nothing is settled that was not, and what people did is kept
 * to be shown.
 *
 * @param link as the steps left it
 * @param observed what the forum says now
 * @param forumUrl without a slash at the end
 */
export function unsettled(link: Link, observed: Observed & { is: 'present' }, forumUrl: string): Link {
	return { ...link, forumText: forumTextOf(link, observed, forumUrl), standing: standingOf(observed.topic, observed.fields) }
}

/**
 * Every field is settled now; where both sides say the same, the forum has acknowledged it.
 *
 * @param link as it stands
 * @param desired what is wanted
 * @param observed what the forum says now
 * @param forumUrl what relative links are relative to
 */
function settleAll(link: Link, desired: Desired, observed: Observed & { is: 'present' }, forumUrl: string): Link {
	const same = (['title', 'body', 'category', 'closed', 'visible'] as const).filter((field) => desired[field] === observed.fields[field])
	const before = link.acknowledged ?? observed.fields
	const tags = [...before.tags, ...observed.fields.tags.filter(({ id }) => !before.tags.some((tag) => tag.id === id))].filter(({ name }) => desired.tags.includes(name) || link.settled?.tags.includes(name))
	const acknowledged = { ...before, tags, ...Object.fromEntries(same.map((field) => [field, desired[field]])) }
	const conflict = stillOpen(link.conflict, same)
	return {
		...link,
		settled: fieldsOf(desired),
		acknowledged,
		conflict,
		problem: conflict === null ? mergedElsewhere(observed.topic, forumUrl) : conflictProblem(conflict.fields),
		forumText: desired.mustWin ? null : forumTextOf({ acknowledged }, observed, forumUrl),
		standing: standingOf(observed.topic, observed.fields),
	}
}

/**
 * A topic that is only read.
 *
 * @param link as it stands
 * @param topic that an admin chose
 * @param forumUrl of the forum
 */
function follow(link: Link, topic: ForumTopic, forumUrl: string): Link {
	return { ...link, state: 'linked', topicUrl: topicUrl(forumUrl, topic.id), problem: mergedElsewhere(topic, forumUrl), conflict: null, forumText: null, standing: standingOf(topic, topic) }
}

/**
 * Nothing of an erased need is remembered here either, and what never left and shall not leave has no trouble any more.
 *
 * @param link of a need whose topic is not there
 * @param desired what is wanted
 */
function settleWithoutTopic(link: Link, desired: Desired): Link {
	const known = desired.mustWin ? { ...link, settled: null, acknowledged: null, conflict: null, forumText: null } : link
	return link.state === 'queued' && !desired.mayCreate ? { ...known, state: 'none', problem: null } : known
}

function mergedElsewhere(topic: ForumTopic, forumUrl: string): LinkProblem | null {
	const other = mergedInto(topic)
	return other === null ? null : mergedProblem(topicUrl(forumUrl, other))
}

/**
 * @param observed what the forum said
 */
export function isReadable(observed: Observed): observed is Readable {
	return observed.is === 'present' || observed.is === 'followed'
}

/** @return only what is kept in step */
export function fieldsOf({ title, body, category, tags, closed, visible }: Desired): TopicFields {
	return { title, body, category, tags, closed, visible }
}

/**
 * Where people read a topic, whatever its title becomes.
 *
 * @param forumUrl without a slash at the end
 * @param topicId of the topic
 */
export function topicUrl(forumUrl: string, topicId: number): string {
	return `${forumUrl}/t/${topicId}`
}
