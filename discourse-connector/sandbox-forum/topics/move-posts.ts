/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, Topic, User } from '../state/model.ts'

import { addPost } from '../posts/add-post.ts'
import { setStatus } from './topic-status.ts'

/**
 * Moves all posts to another topic. Replies keep their ids and move without an event; the first post is copied, with an
 * event; the source stays as a closed stub with its external id, and a small action with a link is the only trace.
 *
 * @param forum changed in place
 * @param source emptied
 * @param target gets the posts
 * @param actor a moderator
 */
export function mergeTopic(forum: Forum, source: Topic, target: Topic, actor: User): void {
	const [first, ...replies] = forum.state.postsOf(source.id).filter((post) => post.postType === 1)
	if (first !== undefined) {
		const copy = addPost(forum, target, forum.state.user(first.userId), first.raw)
		forum.announce({ family: 'post', name: 'post_created', post: copy })
	}
	movePosts(forum, replies, target)
	leaveTrace(forum, source, target, actor)
	setStatus(forum, source, actor, 'closed', true)
}

/**
 * Moves replies to a topic of their own: no event tells of that topic or of the replies.
 *
 * @param forum changed in place
 * @param source keeps its other posts
 * @param posts replies of it
 * @param title of the new topic
 * @param actor a moderator
 */
export function splitTopic(forum: Forum, source: Topic, posts: readonly Post[], title: string, actor: User): Topic {
	const now = forum.now().toISOString()
	const topic: Topic = { ...source, id: forum.state.newId(), title, externalId: null, userId: posts[0]?.userId ?? actor.id, tagIds: [], createdAt: now, bumpedAt: now, closed: false }
	forum.state.addTopic(topic)
	movePosts(forum, posts, topic)
	leaveTrace(forum, source, topic, actor)
	return topic
}

/**
 * Removes a topic for good, as a restored backup or a permanent deletion does: its external id is free again.
 *
 * @param forum changed in place
 * @param topic to forget
 */
export function purgeTopic(forum: Forum, topic: Topic): void {
	const { data } = forum.state
	data.topics.splice(data.topics.indexOf(topic), 1)
	data.posts = data.posts.filter((post) => post.topicId !== topic.id)
	forum.state.reindex()
}

/**
 * Renames a person: mentions in all texts change too, without a date, a version or an event.
 *
 * @param forum changed in place
 * @param user who is renamed
 * @param username the new name
 */
export function renameUser(forum: Forum, user: User, username: string): void {
	for (const post of forum.state.data.posts) {
		post.raw = post.raw.replaceAll(`@${user.username}`, `@${username}`)
	}
	user.username = username
}

function movePosts(forum: Forum, posts: readonly Post[], target: Topic): void {
	let number = forum.state.postsOf(target.id).at(-1)?.postNumber ?? 0
	for (const post of posts) {
		post.topicId = target.id
		post.postNumber = ++number
	}
	forum.state.reindex()
}

function leaveTrace(forum: Forum, source: Topic, target: Topic, actor: User): void {
	const raw = `[${target.title}](/t/${target.id})`
	const post = addPost(forum, source, actor, raw, { postType: 3, actionCode: 'split_topic' })
	forum.announce({ family: 'post', name: 'post_created', post })
}
