/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { User } from '../state/model.ts'

import { ok } from '../answer.ts'
import { queryText } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { postWithTopic } from '../posts/serialize-post.ts'
import { tagsOut } from '../tags/tag-rules.ts'
import { notFound } from '../topics/find-topic.ts'
import { livingPosts, personOut, topicRow } from '../topics/serialize-topic.ts'
import { categoryOut, visibleCategories } from './categories.ts'

/** GET /site.json, reduced to what an API client reads. */
export function getSite(forum: Forum, call: Call): Answer {
	return ok({
		default_archetype: 'regular',
		post_types: { regular: 1, moderator_action: 2, small_action: 3, whisper: 4 },
		trust_levels: { newuser: 0, basic: 1, member: 2, regular: 3, leader: 4 },
		uncategorized_category_id: 1,
		can_create_tag: forum.settings.tagCreation === 'everyone' || (forum.settings.tagCreation === 'staff' && isStaff(call.actor)),
		can_tag_topics: call.actor !== null,
		tags_filter_regexp: '[\\/\\?#\\[\\]@!\\$&\'\\(\\)\\*\\+,;=\\.%\\\\`^\\s|\\{\\}"<>]+',
		top_tags: [],
		categories: visibleCategories(forum, call).map((category) => categoryOut(forum, category, call)),
		archetypes: [{ id: 'regular', name: 'Regular Topic', options: [] }],
	})
}

/** GET /about.json */
export function getAbout(forum: Forum): Answer {
	return ok({
		users: [],
		categories: [],
		about: {
			title: 'Forum d’exemple',
			description: 'Sandbox forum',
			locale: forum.settings.locale,
			version: forum.features.version,
			https: forum.baseUrl.startsWith('https:'),
			stats: { topics_count: forum.state.data.topics.length, posts_count: forum.state.data.posts.length },
		},
	})
}

/** GET /session/current.json: who a key acts as. */
export function getCurrent(forum: Forum, call: Call): Answer {
	if (call.actor === null) {
		throw notFound(forum)
	}
	return ok({ current_user: userOut(forum, call.actor.username) })
}

/** GET /u/{username}.json: what lists a person mutes is for that person and staff. */
export function getUser(forum: Forum, call: Call): Answer {
	const user = forum.state.userNamed(call.params.username ?? '')
	if (user === undefined) {
		throw notFound(forum)
	}
	const isOpen = user.id === call.actor?.id || isStaff(call.actor)
	return ok({
		user_badges: [],
		user: {
			...userOut(forum, user.username),
			staged: false,
			...(user.suspended ? { suspended_till: '3000-01-01T00:00:00.000Z' } : {}),
			...(isOpen ? { muted_category_ids: user.mutedCategoryIds ?? [], muted_tags: mutedTags(forum, user) } : {}),
		},
	})
}

/** GET /search.json: words of titles and texts. */
export function getSearch(forum: Forum, call: Call): Answer {
	const term = queryText(call.query, 'q') ?? ''
	const words = term.toLowerCase().split(/\s+/).filter((word) => word !== '' && !/[:#]/.test(word))
	const found = forum.state.data.topics.filter((topic) => topic.deletedAt === null && topic.visible && topic.archetype === 'regular'
		&& words.every((word) => `${topic.title} ${livingPosts(forum, topic)[0]?.raw ?? ''}`.toLowerCase().includes(word))).slice(0, 50)
	const posts = found.flatMap((topic) => livingPosts(forum, topic).slice(0, 1).map((post) => postWithTopic(forum, post, topic, call.actor)))
	return ok({
		posts,
		topics: found.map((topic) => topicRow(forum, topic)),
		users: [],
		categories: [],
		tags: [],
		groups: [],
		grouped_search_result: {
			more_posts: null,
			more_users: null,
			more_categories: null,
			term,
			search_log_id: 1,
			more_full_page_results: null,
			can_create_topic: call.actor !== null,
			error: null,
			post_ids: posts.map((post) => post.id),
			user_ids: [],
			category_ids: [],
			tag_ids: [],
			group_ids: [],
		},
	})
}

function userOut(forum: Forum, username: string): Record<string, unknown> {
	const user = forum.state.userNamed(username)
	return user === undefined ? {} : { ...personOut(user), admin: user.admin, moderator: user.moderator, trust_level: user.trustLevel }
}

function mutedTags(forum: Forum, user: User): unknown[] {
	return tagsOut(forum, user.mutedTagIds ?? [])
}
