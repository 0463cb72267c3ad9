/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Category, ForumData, Post, Tag, Topic, User } from './model.ts'

/** The data with the look-ups that keep a forum of 100,000 topics quick. */
export interface ForumState {
	readonly data: ForumData
	newId(): number
	addTopic(topic: Topic): void
	addPost(post: Post): void
	/** After a topic was removed for good or a post changed its topic. */
	reindex(): void
	topic(id: number): Topic | undefined
	/** Letter case matters here, as in the forum's own look-up. */
	topicByExternalId(externalId: string): Topic | undefined
	/** Case-insensitive and including deleted topics, as the forum's uniqueness rule. */
	externalIdTaken(externalId: string): boolean
	post(id: number): Post | undefined
	/** In post_number order, deleted ones included. */
	postsOf(topicId: number): Post[]
	user(id: number): User
	userNamed(username: string): User | undefined
	category(id: number | null): Category | undefined
	tag(id: number): Tag | undefined
	tagNamed(name: string): Tag | undefined
}

/**
 * @param data kept by reference: what operations change here is what is saved
 */
export function forumState(data: ForumData): ForumState {
	const topics = new Map<number, Topic>()
	const byExternalId = new Map<string, Topic>()
	const posts = new Map<number, Post>()
	const postsByTopic = new Map<number, Post[]>()

	function indexTopic(topic: Topic): void {
		topics.set(topic.id, topic)
		if (topic.externalId !== null) {
			byExternalId.set(topic.externalId.toLowerCase(), topic)
		}
	}

	function indexPost(post: Post): void {
		posts.set(post.id, post)
		const siblings = postsByTopic.get(post.topicId) ?? []
		siblings.push(post)
		siblings.sort((a, b) => a.postNumber - b.postNumber)
		postsByTopic.set(post.topicId, siblings)
	}

	function reindex(): void {
		for (const index of [topics, byExternalId, posts, postsByTopic]) {
			index.clear()
		}
		data.topics.forEach(indexTopic)
		data.posts.forEach(indexPost)
	}

	reindex()
	return {
		data,
		newId: () => data.nextId++,
		addTopic(topic) {
			data.topics.push(topic)
			indexTopic(topic)
		},
		addPost(post) {
			data.posts.push(post)
			indexPost(post)
		},
		reindex,
		topic: (id) => topics.get(id),
		topicByExternalId(externalId) {
			const topic = byExternalId.get(externalId.toLowerCase())
			return topic?.externalId === externalId ? topic : undefined
		},
		externalIdTaken: (externalId) => byExternalId.has(externalId.toLowerCase()),
		post: (id) => posts.get(id),
		postsOf: (topicId) => postsByTopic.get(topicId) ?? [],
		user: (id) => data.users.find((user) => user.id === id) ?? data.users[0]!,
		userNamed: (username) => data.users.find((user) => user.username.toLowerCase() === username.toLowerCase()),
		category: (id) => data.categories.find((category) => category.id === id),
		tag: (id) => data.tags.find((tag) => tag.id === id),
		tagNamed: (name) => data.tags.find((tag) => tag.name === name),
	}
}
