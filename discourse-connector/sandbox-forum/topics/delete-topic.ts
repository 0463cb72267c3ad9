/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, Topic, User } from '../state/model.ts'

import { isStaff } from '../forum.ts'
import { revisePost } from '../posts/revise-post.ts'
import { forbidden } from './find-topic.ts'

const STUB = { fr: '(sujet supprimé par son auteur)', en: '(topic deleted by author)' }
const POST_STUB = { fr: '(message supprimé par son auteur)', en: '(post deleted by author)' }

/**
 * Deletes softly when staff do it. An author only marks the topic: a stub for a text, closed, and the real end a day
 * later; the webhooks already say destroyed. Payloads are taken before the deletion, so deleted_at is null in them.
 */
export function deleteTopic(forum: Forum, topic: Topic, actor: User): void {
	const first = forum.state.postsOf(topic.id)[0]
	if (first === undefined || topic.deletedAt !== null) {
		return
	}
	if (!isStaff(actor)) {
		if (forum.state.postsOf(topic.id).some((post) => post.postNumber > 1 && post.deletedAt === null)) {
			throw forbidden(forum)
		}
		markDeletedByAuthor(forum, first, actor, STUB[forum.settings.locale])
		topic.closed = true
	}
	forum.announce({ family: 'post', name: 'post_destroyed', post: first })
	forum.announce({ family: 'topic', name: 'topic_destroyed', topic })
	if (isStaff(actor)) {
		topic.deletedAt = first.deletedAt = forum.now().toISOString()
		topic.deletedById = actor.id
	}
}

/** Brings a topic back, with its ids. */
export function recoverTopic(forum: Forum, topic: Topic, actor: User): void {
	const first = forum.state.postsOf(topic.id)[0]
	if (first === undefined || !isStaff(actor)) {
		throw forbidden(forum)
	}
	topic.deletedAt = first.deletedAt = null
	topic.deletedById = null
	if (first.rawBeforeUserDeletion !== null) {
		topic.closed = false
	}
	unmark(forum, first, actor)
	forum.announce({ family: 'post', name: 'post_recovered', post: first })
	forum.announce({ family: 'topic', name: 'topic_recovered', topic })
}

/** Deletes a reply: softly by staff, by a stub when its author takes it back. The first post is refused to everyone. */
export function deletePost(forum: Forum, post: Post, actor: User): void {
	if (post.postNumber === 1 || !(isStaff(actor) || post.userId === actor.id)) {
		throw forbidden(forum)
	}
	if (!isStaff(actor)) {
		markDeletedByAuthor(forum, post, actor, POST_STUB[forum.settings.locale])
	}
	forum.announce({ family: 'post', name: 'post_destroyed', post })
	if (isStaff(actor)) {
		post.deletedAt = forum.now().toISOString()
	}
}

/** Brings a reply back. */
export function recoverPost(forum: Forum, post: Post, actor: User): void {
	if (!isStaff(actor) && post.userId !== actor.id) {
		throw forbidden(forum)
	}
	post.deletedAt = null
	unmark(forum, post, actor)
	forum.announce({ family: 'post', name: 'post_recovered', post })
}

function markDeletedByAuthor(forum: Forum, post: Post, author: User, stub: string): void {
	post.rawBeforeUserDeletion = post.raw
	revisePost(forum, post, author, { raw: stub }, { bypassBump: true })
	post.userDeleted = true
	forum.announce({ family: 'post', name: 'post_edited', post })
}

function unmark(forum: Forum, post: Post, actor: User): void {
	if (post.rawBeforeUserDeletion !== null) {
		revisePost(forum, post, actor, { raw: post.rawBeforeUserDeletion }, { bypassBump: true })
		post.rawBeforeUserDeletion = null
		post.userDeleted = false
	}
}
