/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Topic, User } from '../state/model.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, list, record, text, whole } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'
import { tagsOut } from '../tags/tag-rules.ts'
import { changeTopic } from './change-topic.ts'
import { deleteTopic, recoverTopic } from './delete-topic.ts'
import { forbidden, visibleTopic } from './find-topic.ts'
import { topicCore } from './serialize-topic.ts'
import { setStatus } from './topic-status.ts'

/** PUT /t/-/{id}.json reads its fields at top level; nested ones are ignored without a word. */
export function putTopic(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	const editor = allowed(forum, call, topic)
	refuseConflicts(forum, topic, call.body)
	const tags = list(call.body.tags ?? call.body['tags[]']) ?? (call.body.tags === '' ? [] : undefined)
	changeTopic(forum, topic, editor, {
		title: text(call.body.title),
		categoryId: whole(call.body.category_id),
		tags,
		featuredLink: text(call.body.featured_link),
	})
	const { id, title, fancy_title: fancyTitle, slug, posts_count: postsCount } = topicCore(forum, topic)
	return ok({
		basic_topic: { id, title, fancy_title: fancyTitle, slug, posts_count: postsCount },
		...(tags !== undefined && forum.features.tagObjects ? { tags: tagsOut(forum, topic.tagIds) } : {}),
	})
}

/** PUT /t/{id}/tags.json */
export function putTags(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	changeTopic(forum, topic, allowed(forum, call, topic), { tags: list(call.body.tags) ?? [] })
	return ok({ success: 'OK', tags: tagsOut(forum, topic.tagIds) })
}

/** PUT /t/{id}/status.json */
export function putStatus(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	const status = text(call.body.status)
	if (!isStaff(call.actor) || call.actor === null) {
		throw forbidden(forum)
	}
	if (status !== 'closed' && status !== 'archived' && status !== 'visible' && status !== 'pinned') {
		throw new Refusal(failure(400, 'invalid_parameters', [say(forum.settings, 'invalidParameter', 'status')]))
	}
	setStatus(forum, topic, call.actor, status, flag(call.body.enabled))
	return ok({ success: 'OK', topic_status_update: null })
}

/** DELETE /t/{id}.json */
export function removeTopic(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	deleteTopic(forum, topic, allowed(forum, call, topic))
	return ok()
}

/** PUT /t/{id}/recover.json */
export function putRecover(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	recoverTopic(forum, topic, allowed(forum, call, topic))
	return ok()
}

function allowed(forum: Forum, { actor }: Call, topic: Topic): User {
	if (actor === null || !(isStaff(actor) || topic.userId === actor.id)) {
		throw forbidden(forum)
	}
	return actor
}

/** Only recent forums compare; older ones let the last writer win. */
function refuseConflicts(forum: Forum, topic: Topic, body: Record<string, unknown>): void {
	if (!forum.features.topicConflicts) {
		return
	}
	const title = text(body.original_title)
	const tags = list(body.original_tags)?.map((tag) => typeof tag === 'string'
		? forum.state.tagNamed(tag)?.id
		: whole(record(tag).id) ?? forum.state.tagNamed(text(record(tag).name) ?? '')?.id)
	const titleDiffers = title !== undefined && title !== topic.title
	const tagsDiffer = tags !== undefined && [...tags].sort().join() !== [...topic.tagIds].sort().join()
	if (titleDiffers || tagsDiffer) {
		throw new Refusal(failure(409, 'edit_conflict', [say(forum.settings, 'conflict')]))
	}
}
