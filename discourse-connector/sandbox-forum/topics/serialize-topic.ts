/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, Topic, User } from '../state/model.ts'

import { isStaff } from '../forum.ts'
import { avatarOf } from '../posts/serialize-post.ts'
import { tagsOut } from '../tags/tag-rules.ts'
import { slugOf } from './slug.ts'

/** A person as lists and details name them. */
export function personOut(user: User): Record<string, unknown> {
	return { id: user.id, username: user.username, name: user.name, avatar_template: avatarOf(user) }
}

/** The posts that count: ordinary ones that were not deleted. */
export function livingPosts(forum: Forum, topic: Topic): Post[] {
	return forum.state.postsOf(topic.id).filter((post) => post.deletedAt === null && post.postType !== 4)
}

/** What every view of a topic carries: lists, the topic itself, webhooks. */
export function topicCore(forum: Forum, topic: Topic): Record<string, unknown> {
	const posts = livingPosts(forum, topic)
	return {
		id: topic.id,
		title: topic.title,
		fancy_title: escapeHtml(topic.title),
		slug: slugOf(topic.title),
		posts_count: posts.length,
		reply_count: posts.filter((post) => post.replyToPostNumber !== null).length,
		highest_post_number: forum.state.postsOf(topic.id).at(-1)?.postNumber ?? 0,
		image_url: null,
		created_at: topic.createdAt,
		last_posted_at: posts.filter((post) => post.postType === 1).at(-1)?.createdAt ?? topic.createdAt,
		archetype: topic.archetype,
		pinned: topic.pinned,
		pinned_globally: false,
		visible: topic.visible,
		closed: topic.closed,
		archived: topic.archived,
		like_count: 0,
		views: topic.views,
		category_id: topic.categoryId,
		featured_link: topic.featuredLink,
		tags: tagsOut(forum, topic.tagIds),
		tags_descriptions: {},
		has_summary: false,
	}
}

/** A row of a list: neither raw nor updated_at nor external_id nor deleted_at. */
export function topicRow(forum: Forum, topic: Topic): Record<string, unknown> {
	const posts = livingPosts(forum, topic)
	const author = forum.state.user(topic.userId)
	return {
		...topicCore(forum, topic),
		bumped: true,
		bumped_at: topic.bumpedAt,
		unseen: false,
		unpinned: null,
		excerpt: posts[0]?.raw.slice(0, 200) ?? '',
		bookmarked: false,
		liked: false,
		last_poster_username: forum.state.user(posts.at(-1)?.userId ?? topic.userId).username,
		posters: [{ extras: 'latest', description: 'Original Poster', user_id: author.id, primary_group_id: null }],
	}
}

/** The topic without its posts, as GET /t and the topic webhooks show it. */
export function topicOut(forum: Forum, topic: Topic): Record<string, unknown> {
	const posts = livingPosts(forum, topic)
	return {
		...topicCore(forum, topic),
		word_count: posts.reduce((words, post) => words + post.raw.split(/\s+/).length, 0),
		deleted_at: topic.deletedAt,
		user_id: topic.userId,
		...(topic.externalId === null ? {} : { external_id: topic.externalId }),
		...(topic.voteCount === undefined ? {} : { vote_count: topic.voteCount, can_vote: false }),
		...acceptedAnswer(forum, topic),
		pinned_at: null,
		pinned_until: null,
		participant_count: new Set(posts.map((post) => post.userId)).size,
		created_by: personOut(forum.state.user(topic.userId)),
		last_poster: personOut(forum.state.user(posts.at(-1)?.userId ?? topic.userId)),
	}
}

/** What only the reader of a whole topic gets besides. */
export function topicView(forum: Forum, topic: Topic, reader: User | null): Record<string, unknown> {
	const staff = isStaff(reader)
	const { created_by: createdBy, last_poster: lastPoster, ...topicFields } = topicOut(forum, topic)
	return {
		timeline_lookup: [],
		suggested_topics: [],
		...topicFields,
		slow_mode_seconds: 0,
		slow_mode_enabled_until: null,
		draft: null,
		draft_key: `topic_${topic.id}`,
		draft_sequence: 0,
		unpinned: null,
		current_post_number: 1,
		deleted_by: topic.deletedById === null ? null : personOut(forum.state.user(topic.deletedById)),
		has_deleted: staff && forum.state.postsOf(topic.id).some((post) => post.deletedAt !== null),
		actions_summary: [],
		chunk_size: 20,
		bookmarked: false,
		bookmarks: [],
		topic_timer: null,
		message_bus_last_id: 0,
		show_read_indicator: false,
		thumbnails: null,
		details: {
			can_edit: staff,
			notification_level: 1,
			can_move_posts: staff,
			can_delete: staff,
			can_remove_allowed_users: staff,
			can_create_post: reader !== null,
			can_reply_as_new_topic: reader !== null,
			can_convert_topic: staff,
			can_review_topic: staff,
			can_close_topic: staff,
			can_archive_topic: staff,
			can_split_merge_topic: staff,
			can_edit_staff_notes: staff,
			can_toggle_topic_visibility: staff,
			can_pin_unpin_topic: staff,
			can_moderate_category: staff,
			can_remove_self_id: reader?.id ?? 0,
			created_by: createdBy,
			last_poster: lastPoster,
		},
	}
}

/** Deleting the post, or moving it away, takes the acceptance back. */
function acceptedAnswer(forum: Forum, topic: Topic): Record<string, unknown> {
	const post = livingPosts(forum, topic).find(({ id }) => id === topic.acceptedPostId)
	return post === undefined ? {} : { accepted_answer: { post_number: post.postNumber, username: forum.state.user(post.userId).username, excerpt: post.raw.slice(0, 200) } }
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
