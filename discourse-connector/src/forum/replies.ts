/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { z } from 'zod'

// Tolerant on purpose: unknown keys pass, what older forums lack has a value, and tags come in both forms.

/** A tag; its id is null on forums that only say names. */
export const ForumTag = z.union([
	z.string().transform((name) => ({ id: null, name })),
	z.looseObject({ id: z.union([z.number().int(), z.string()]).nullish(), name: z.string() })
		.transform(({ id, name }) => ({ id: typeof id === 'number' ? id : null, name })),
])

export type ForumTag = z.output<typeof ForumTag>

/** A post as every call shows it. */
export const ForumPost = z.looseObject({
	id: z.number().int(),
	topic_id: z.number().int(),
	topic_slug: z.string().nullish(),
	post_number: z.number().int(),
	post_type: z.number().int().default(1),
	user_id: z.number().int().nullish(),
	username: z.string().nullish(),
	name: z.string().nullish(),
	raw: z.string().nullish(),
	cooked: z.string().nullish(),
	created_at: z.string(),
	updated_at: z.string(),
	hidden: z.boolean().nullish(),
	deleted_at: z.string().nullish(),
	user_deleted: z.boolean().nullish(),
	action_code: z.string().nullish(),
	version: z.number().int().nullish(),
}).transform((post) => ({
	id: post.id,
	topicId: post.topic_id,
	topicSlug: post.topic_slug ?? null,
	number: post.post_number,
	/** 1 ordinary, 2 a moderator’s, 3 small action, 4 whisper. */
	type: post.post_type,
	userId: post.user_id ?? null,
	author: post.name?.trim() || post.username || '',
	username: post.username ?? '',
	/** Null where the forum did not send it. */
	raw: post.raw ?? null,
	cooked: post.cooked ?? '',
	createdAt: post.created_at,
	updatedAt: post.updated_at,
	hidden: post.hidden ?? false,
	/** By staff or by its author. */
	deleted: (post.deleted_at ?? null) !== null || post.user_deleted === true,
	deletedByAuthor: post.user_deleted === true,
	actionCode: post.action_code ?? null,
	/** Counts what the forum keeps as versions: never a clock. */
	version: post.version ?? 1,
}))

export type ForumPost = z.output<typeof ForumPost>

/** A topic with its first posts and the ids of all. */
export const ForumTopic = z.looseObject({
	id: z.number().int(),
	title: z.string(),
	slug: z.string().nullish(),
	category_id: z.number().int().nullish(),
	tags: z.array(ForumTag).nullish(),
	closed: z.boolean().nullish(),
	archived: z.boolean().nullish(),
	visible: z.boolean().nullish(),
	archetype: z.string().nullish(),
	deleted_at: z.string().nullish(),
	external_id: z.string().nullish(),
	user_id: z.number().int().nullish(),
	created_at: z.string().nullish(),
	accepted_answer: z.looseObject({ post_number: z.number().int() }).nullish().catch(null),
	vote_count: z.number().int().nullish(),
	posts_count: z.number().int().nullish(),
	last_posted_at: z.string().nullish(),
	post_stream: z.looseObject({ posts: z.array(ForumPost), stream: z.array(z.number().int()).nullish() }),
}).transform((topic) => ({
	id: topic.id,
	title: topic.title,
	slug: topic.slug ?? '-',
	categoryId: topic.category_id ?? null,
	tags: topic.tags ?? [],
	closed: topic.closed ?? false,
	archived: topic.archived ?? false,
	visible: topic.visible ?? true,
	personal: (topic.archetype ?? 'regular') !== 'regular',
	deletedAt: topic.deleted_at ?? null,
	externalId: topic.external_id ?? null,
	userId: topic.user_id ?? null,
	createdAt: topic.created_at ?? null,
	/** Null while no answer was accepted, or where the forum has no such thing. */
	acceptedPostNumber: topic.accepted_answer?.post_number ?? null,
	votes: topic.vote_count ?? null,
	/** As the forum counts: to be compared with its own lists only. */
	postsCount: topic.posts_count ?? null,
	lastPostedAt: topic.last_posted_at ?? null,
	posts: topic.post_stream.posts,
	/** Null for a topic so long that the forum does not list its posts. */
	postIds: topic.post_stream.stream ?? null,
}))

export type ForumTopic = z.output<typeof ForumTopic>

/** What creating a post answers: the post, or that it waits for a moderator. */
export const CreatedPost = z.union([
	z.looseObject({ action: z.literal('enqueued'), pending_post: z.looseObject({ id: z.number().int() }).nullish() })
		.transform((queued) => ({ queued: true as const, reviewableId: queued.pending_post?.id ?? null })),
	ForumPost.transform((post) => ({ queued: false as const, post })),
])

export const ChangedPost = z.looseObject({ post: ForumPost })

/** What an edit changed; of its texts nothing is read. */
export const Revision = z.looseObject({ current_hidden: z.boolean() })

export const ChangedTopic = z.looseObject({
	basic_topic: z.looseObject({ id: z.number().int(), title: z.string(), slug: z.string().nullish() }),
	tags: z.array(ForumTag).nullish(),
})

export const SomePosts = z.looseObject({ post_stream: z.looseObject({ posts: z.array(ForumPost) }) })

/** A row of a list: neither text nor external id. */
export const TopicRow = z.looseObject({
	id: z.number().int(),
	title: z.string(),
	category_id: z.number().int().nullish(),
	tags: z.array(ForumTag).nullish(),
	created_at: z.string().nullish(),
	bumped_at: z.string().nullish(),
	pinned: z.boolean().nullish(),
	closed: z.boolean().nullish(),
	visible: z.boolean().nullish(),
	highest_post_number: z.number().int().nullish(),
	posts_count: z.number().int().nullish(),
	last_posted_at: z.string().nullish(),
}).transform((row) => ({
	id: row.id,
	title: row.title,
	categoryId: row.category_id ?? null,
	tags: row.tags ?? [],
	createdAt: row.created_at ?? null,
	bumpedAt: row.bumped_at ?? null,
	/** Pinned topics may stand before newer ones. */
	pinned: row.pinned ?? false,
	closed: row.closed ?? false,
	visible: row.visible ?? true,
	highestPostNumber: row.highest_post_number ?? null,
	postsCount: row.posts_count ?? null,
	lastPostedAt: row.last_posted_at ?? null,
}))

export type TopicRow = z.output<typeof TopicRow>

export const TopicList = z.looseObject({
	topic_list: z.looseObject({ topics: z.array(TopicRow), more_topics_url: z.string().nullish() }),
})

const Category = z.looseObject({ id: z.number().int(), name: z.string(), slug: z.string(), topic_count: z.number().int().nullish(), read_restricted: z.boolean().nullish() })
	.transform((category) => ({ id: category.id, name: category.name, slug: category.slug, topicCount: category.topic_count ?? 0, restricted: category.read_restricted ?? false }))

export type ForumCategory = z.output<typeof Category>

export const CategoryList = z.looseObject({ category_list: z.looseObject({ categories: z.array(Category) }) })

export const About = z.looseObject({ about: z.looseObject({ version: z.string(), title: z.string().nullish(), locale: z.string().nullish() }) })

export const PageSettings = z.looseObject({ max_tags_per_topic: z.number().int().nonnegative().catch(5) })

export const TagList = z.looseObject({ tags: z.array(ForumTag) })

export const CurrentUser = z.looseObject({
	current_user: z.looseObject({ id: z.number().int(), username: z.string(), admin: z.boolean().nullish(), moderator: z.boolean().nullish() }),
})

const scope = z.looseObject({ resource: z.string(), action: z.string().nullish(), key: z.string().nullish() })
	.transform(({ resource, action, key }) => `${resource}:${key ?? (action ?? '').replaceAll(' ', '_')}`)

/** What a key may do; nothing means everything. */
export const KeyScopes = z.looseObject({ scopes: z.array(scope) }).transform(({ scopes }) => scopes)

/** For calls whose answer says nothing that is needed: an empty body or any JSON. */
export const Nothing = z.unknown().transform(() => undefined)
