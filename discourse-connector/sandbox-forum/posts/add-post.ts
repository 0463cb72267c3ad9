/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, PostType, Topic, User } from '../state/model.ts'

/** What a new post may say beside its text. */
export interface PostExtras {
	postType?: PostType
	actionCode?: string
	replyToPostNumber?: number | null
	/** Does not move the topic up. */
	noBump?: boolean
}

/**
 * Appends a post to a topic and tells the webhooks. Checks nothing.
 *
 * @param forum changed in place
 * @param topic where
 * @param author who
 * @param raw already cleaned
 * @param extras kind and parent
 */
export function addPost(forum: Forum, topic: Topic, author: User, raw: string, extras: PostExtras = {}): Post {
	const now = forum.now().toISOString()
	const post: Post = {
		id: forum.state.newId(),
		topicId: topic.id,
		postNumber: (forum.state.postsOf(topic.id).at(-1)?.postNumber ?? 0) + 1,
		userId: author.id,
		raw,
		createdAt: now,
		updatedAt: now,
		versionAt: now,
		lastEditorId: author.id,
		version: 1,
		postType: extras.postType ?? 1,
		actionCode: extras.actionCode ?? null,
		replyToPostNumber: extras.replyToPostNumber ?? null,
		editReason: null,
		hidden: false,
		wiki: false,
		locked: false,
		userDeleted: false,
		rawBeforeUserDeletion: null,
		deletedAt: null,
		revisions: [],
	}
	forum.state.addPost(post)
	if (post.postType === 1 && extras.noBump !== true) {
		topic.bumpedAt = now
	}
	return post
}
