/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, Topic, User } from '../state/model.ts'

import { isStaff } from '../forum.ts'
import { slugOf } from '../topics/slug.ts'
import { cook } from './cook.ts'

const NO_FLAIR = {
	primary_group_name: null,
	flair_name: null,
	flair_url: null,
	flair_bg_color: null,
	flair_color: null,
	flair_group_id: null,
}

const QUIET = {
	quote_count: 0,
	incoming_link_count: 0,
	reads: 1,
	readers_count: 0,
	score: 0.2,
	badges_granted: [],
	user_title: null,
	bookmarked: false,
	actions_summary: [{ id: 2, can_act: true }],
	draft_sequence: 0,
	reviewable_id: 0,
	reviewable_score_count: 0,
	reviewable_score_pending_count: 0,
	can_view_edit_history: true,
	can_wiki: true,
}

/**
 * A post as the API shows it.
 *
 * @param forum gives author and topic
 * @param post which one
 * @param reader hidden text is for staff
 * @param withRaw whether the source text is included
 */
export function postOut(forum: Forum, post: Post, reader: User | null, withRaw: boolean): Record<string, unknown> {
	const { state } = forum
	const author = state.user(post.userId)
	const topic = state.topic(post.topicId)
	const staff = isStaff(reader)
	const siblings = state.postsOf(post.topicId)
	const slug = slugOf(topic?.title ?? '')
	return {
		...NO_FLAIR,
		...QUIET,
		id: post.id,
		name: author.name,
		username: author.username,
		display_username: author.name,
		avatar_template: avatarOf(author),
		created_at: post.createdAt,
		updated_at: post.updatedAt,
		cooked: post.hidden && !staff ? '<p>…</p>' : cookedOf(forum, post),
		...(withRaw && (!post.hidden || staff) ? { raw: post.raw } : {}),
		post_number: post.postNumber,
		post_type: post.postType,
		posts_count: siblings.length,
		reply_count: siblings.filter((other) => other.replyToPostNumber === post.postNumber).length,
		reply_to_post_number: post.replyToPostNumber,
		yours: reader?.id === post.userId,
		topic_id: post.topicId,
		topic_slug: slug,
		version: post.version,
		can_edit: staff || reader?.id === post.userId,
		can_delete: staff && post.postNumber > 1,
		can_recover: staff && post.deletedAt !== null,
		can_see_hidden_post: staff,
		link_counts: [],
		read: true,
		moderator: author.moderator,
		admin: author.admin,
		staff: isStaff(author),
		user_id: post.userId,
		hidden: post.hidden,
		trust_level: author.trustLevel,
		deleted_at: post.deletedAt,
		user_deleted: post.userDeleted,
		edit_reason: post.editReason,
		wiki: post.wiki,
		...(post.locked ? { locked: true } : {}),
		...(post.actionCode === null ? {} : { action_code: post.actionCode }),
		post_url: `/t/${slug}/${post.topicId}/${post.postNumber}`,
	}
}

/** What /posts.json and webhooks add: where the post stands. */
export function postWithTopic(forum: Forum, post: Post, topic: Topic | undefined, reader: User | null): Record<string, unknown> {
	const siblings = forum.state.postsOf(post.topicId)
	return {
		...postOut(forum, post, reader, true),
		topic_title: topic?.title ?? '',
		topic_html_title: topic?.title ?? '',
		category_id: topic?.categoryId ?? null,
		category_slug: forum.state.category(topic?.categoryId ?? null)?.slug ?? null,
		topic_posts_count: siblings.length,
		topic_filtered_posts_count: siblings.length,
		topic_archetype: topic?.archetype ?? 'regular',
		excerpt: post.raw.slice(0, 200),
		truncated: post.raw.length > 200,
	}
}

/**
 * @return the path of a person's picture, with the size left open as the forum does
 */
export function avatarOf(user: User): string {
	return `/letter_avatar_proxy/v4/letter/${user.username.charAt(0).toLowerCase()}/{size}.png`
}

/** Cooked is made from raw at each reading: one source, nothing to keep in step. */
export function cookedOf(forum: Forum, post: Post): string {
	const names = new Set(forum.state.data.users.map((user) => user.username.toLowerCase()))
	return cook(post.raw, (name) => name === 'here' || names.has(name))
}
