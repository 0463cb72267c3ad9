/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AcknowledgedTopic } from '../../community/tables.ts'
import type { ForumTopic } from '../../forum/replies.ts'
import type { Link } from './link-store.ts'
import type { Observed } from './state.ts'

import { sameMeaning } from '../conflict/markdown-meaning.ts'
import { replyHtml } from '../replies/reply-html.ts'

/** Title and text as people on the forum left them. */
export interface ForumText {
	title: string
	/** Sanitised. */
	html: string
}

/** What people did with a topic besides its text. */
export interface TopicStanding {
	closed: boolean
	archived: boolean
	/** Null where the forum has no votes. */
	votes: number | null
	/** The post that was accepted as the answer. */
	acceptedPost: number | null
}

/**
 * What the forum says in place of our text.
 *
 * @param link what the forum made of ours
 * @param observed what it says now
 * @param forumUrl what relative links are relative to
 * @return null where its text is ours, be it in the forum's own spelling
 */
export function forumTextOf(link: Pick<Link, 'acknowledged'>, observed: Observed & { is: 'present' }, forumUrl: string): ForumText | null {
	const { title, body } = observed.fields
	return title === link.acknowledged?.title && sameMeaning(body, link.acknowledged.body) ? null : { title, html: replyHtml(observed.firstPost.cooked, forumUrl) }
}

/**
 * Where the discussion of a topic went when moderators joined it to another one: a closed stub is left, with a small
 * action that links to the other. Nothing else tells of it.
 *
 * @param topic as it was read
 * @return number of the other topic; null when nothing of the kind happened
 */
export function mergedInto(topic: ForumTopic): number | null {
	const hasReplies = topic.posts.some((post) => post.number > 1 && post.type === 1 && !post.deleted)
	const trace = topic.posts.findLast((post) => post.actionCode === 'split_topic')
	const target = /\/t\/(?:[^/\s)]+\/)?(\d+)/u.exec(trace?.raw ?? trace?.cooked ?? '')?.[1]
	return topic.closed && !hasReplies && target !== undefined ? Number(target) : null
}

/**
 * What people did with a topic.
 *
 * @param topic as it was read
 * @param fields as they are now
 */
export function standingOf(topic: ForumTopic, fields: Pick<AcknowledgedTopic, 'closed'>): TopicStanding {
	const accepted = topic.posts.find((post) => post.number === topic.acceptedPostNumber)
	return { closed: fields.closed, archived: topic.archived, votes: topic.votes, acceptedPost: accepted?.id ?? null }
}
