/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Category, Post, Topic, User } from '../state/model.ts'

import { failure, Refusal } from '../answer.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'

/**
 * @return the refusal of something that is not there
 */
export function notFound(forum: Forum): Refusal {
	return new Refusal(failure(404, 'not_found', [say(forum.settings, 'notFound')]))
}

/**
 * @return the refusal of something the person may not do
 */
export function forbidden(forum: Forum): Refusal {
	return new Refusal(failure(403, 'invalid_access', [say(forum.settings, 'invalidAccess')]))
}

/**
 * @return whether the reader may see what stands in the category
 */
export function maySee(category: Category | undefined, reader: User | null): boolean {
	return category === undefined || ((!category.staffOnly || isStaff(reader)) && (category.adminsOnly !== true || reader?.admin === true))
}

/**
 * The topic if the reader may see it: staff see deleted ones, a personal message only its author and staff.
 *
 * @throws {Refusal} 404 otherwise; with detailed_404 410 for a deleted one and 403 for a closed door
 */
export function visibleTopic(forum: Forum, id: number, reader: User | null): Topic {
	const { state, settings } = forum
	const topic = state.topic(id)
	if (topic === undefined) {
		throw notFound(forum)
	}
	const mayRead = maySee(state.category(topic.categoryId), reader)
		&& (topic.archetype === 'regular' || topic.userId === reader?.id || isStaff(reader))
	if (!mayRead) {
		throw settings.detailed404 ? forbidden(forum) : notFound(forum)
	}
	if (topic.deletedAt !== null && !isStaff(reader)) {
		throw settings.detailed404 ? new Refusal(failure(410, 'not_found', [say(settings, 'gone')])) : notFound(forum)
	}
	return topic
}

/**
 * @return the post if the reader may see it; staff see deleted ones. Throws a 404 otherwise
 */
export function visiblePost(forum: Forum, id: number, reader: User | null): Post {
	const post = forum.state.post(id)
	if (post === undefined || ((post.deletedAt !== null || post.postType === 4) && !isStaff(reader))) {
		throw notFound(forum)
	}
	visibleTopic(forum, post.topicId, reader)
	return post
}
