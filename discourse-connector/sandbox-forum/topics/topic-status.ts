/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Topic, User } from '../state/model.ts'

import { addPost } from '../posts/add-post.ts'

export type TopicStatus = 'closed' | 'archived' | 'visible' | 'pinned'

/** Opens or closes, archives, lists or pins: leaves a small action post and tells the webhooks, even when nothing changed. */
export function setStatus(forum: Forum, topic: Topic, actor: User, status: TopicStatus, enabled: boolean): void {
	const reopens = status === 'closed' && topic.closed && !enabled
	topic[status] = enabled
	const post = addPost(forum, topic, actor, '', { postType: 3, actionCode: `${status}.${enabled ? 'enabled' : 'disabled'}` })
	if (reopens) {
		topic.bumpedAt = forum.now().toISOString()
	}
	forum.announce({ family: 'topic', name: `topic_${status}_status_updated`, topic })
	forum.announce({ family: 'post', name: 'post_created', post })
}
