/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from './forum.ts'
import type { Created } from './posts/create-post.ts'
import type { Post, QueuedPost, Topic, User } from './state/model.ts'
import type { TopicChange } from './topics/change-topic.ts'
import type { TopicStatus } from './topics/topic-status.ts'

import { failure, Refusal } from './answer.ts'
import { isStaff } from './forum.ts'
import { editPost } from './posts/change-routes.ts'
import { createReply, createTopic } from './posts/create-post.ts'
import { changeTopic } from './topics/change-topic.ts'
import { deletePost, deleteTopic, recoverPost, recoverTopic } from './topics/delete-topic.ts'
import { forbidden } from './topics/find-topic.ts'
import { bodyFaults } from './topics/text-rules.ts'
import { cleanRaw } from './topics/title-cleaner.ts'
import { setStatus } from './topics/topic-status.ts'

/** What a person does in a browser. Each act obeys the forum's rules and throws a Refusal with its sentence. */
export interface Person {
	readonly user: User
	newTopic(topic: { title: string, raw: string, categoryId: number, tags?: string[] }): Topic
	reply(topic: Topic, raw: string): Post
	whisper(topic: Topic, raw: string): Post
	personalMessage(title: string, raw: string): Topic
	edit(post: Post, raw: string): void
	change(topic: Topic, change: TopicChange): void
	setStatus(topic: Topic, status: TopicStatus, enabled: boolean): void
	deleteTopic(topic: Topic): void
	recoverTopic(topic: Topic): void
	deletePost(post: Post): void
	recoverPost(post: Post): void
	/** Lets a queued topic or reply through, as a moderator: without the external id that it was sent with. */
	approve(queued: QueuedPost): Topic
	/** Hides a post as flags do. */
	hide(post: Post): void
}

/**
 * A person of the forum, who is made when nobody has the name.
 *
 * @param forum where
 * @param name shown; the account's name is made from it
 * @param role moderators may change others' posts
 */
export function person(forum: Forum, name: string, role: 'member' | 'moderator' = 'member'): Person {
	const user = accountOf(forum, name, role)
	return {
		user,
		newTopic: (topic) => topicOf(forum, postOf(createTopic(forum, user, { ...topic, tags: topic.tags ?? [] }))),
		reply: (topic, raw) => postOf(createReply(forum, user, topic.id, raw)),
		whisper: (topic, raw) => postOf(createReply(forum, user, topic.id, raw, { whisper: true })),
		personalMessage: (title, raw) => topicOf(forum, postOf(createTopic(forum, user, { title, raw, categoryId: 0, tags: [], personalMessage: true }))),
		edit: (post, raw) => {
			mustOwn(forum, user, post)
			const faults = bodyFaults(forum, raw)
			if (faults.length > 0) {
				throw new Refusal(failure(422, null, faults))
			}
			editPost(forum, post, user, cleanRaw(raw), {})
		},
		change: (topic, change) => {
			mustOwn(forum, user, topic)
			changeTopic(forum, topic, user, change)
		},
		setStatus: (topic, status, enabled) => {
			mustModerate(forum, user)
			setStatus(forum, topic, user, status, enabled)
		},
		deleteTopic: (topic) => {
			mustOwn(forum, user, topic)
			deleteTopic(forum, topic, user)
		},
		recoverTopic: (topic) => recoverTopic(forum, topic, user),
		deletePost: (post) => deletePost(forum, post, user),
		recoverPost: (post) => recoverPost(forum, post, user),
		approve: (queued) => {
			mustModerate(forum, user)
			forum.state.data.queue.splice(forum.state.data.queue.indexOf(queued), 1)
			const { title, raw, categoryId, tags, userId, topicId } = queued
			if (topicId !== null) {
				return topicOf(forum, postOf(createReply(forum, forum.state.user(userId), topicId, raw, { approved: true })))
			}
			return topicOf(forum, postOf(createTopic(forum, forum.state.user(userId), { title: title ?? '', raw, categoryId: categoryId ?? 0, tags, approved: true })))
		},
		hide: (post) => {
			mustModerate(forum, user)
			post.hidden = true
			forum.announce({ family: 'post', name: 'post_edited', post })
		},
	}
}

function mustModerate(forum: Forum, user: User): void {
	if (!isStaff(user)) {
		throw forbidden(forum)
	}
}

function mustOwn(forum: Forum, user: User, thing: { userId: number }): void {
	if (thing.userId !== user.id) {
		mustModerate(forum, user)
	}
}

function accountOf(forum: Forum, name: string, role: 'member' | 'moderator'): User {
	const shown = name.trim() === '' ? 'Marie' : name.trim().slice(0, 60)
	const letters = shown.normalize('NFD').replace(/[^\w]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 20)
	const username = letters === '' ? 'marie' : letters
	let user = forum.state.userNamed(username)
	if (user === undefined) {
		user = { id: forum.state.newId(), username, name: shown, moderator: false, admin: false, suspended: false, trustLevel: 1 }
		forum.state.data.users.push(user)
	}
	if (user.id > 1) {
		user.moderator = role === 'moderator'
	}
	return user
}

function postOf(created: Created): Post {
	if ('post' in created) {
		return created.post
	}
	throw new Refusal('faults' in created ? failure(422, null, created.faults) : created.queued)
}

function topicOf(forum: Forum, post: Post): Topic {
	const topic = forum.state.topic(post.topicId)
	if (topic === undefined) {
		throw new Error(`Post ${post.id} without a topic`)
	}
	return topic
}
