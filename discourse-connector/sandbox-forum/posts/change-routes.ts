/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Post, User } from '../state/model.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, list, record, text, whole } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'
import { changeTopic } from '../topics/change-topic.ts'
import { forbidden, notFound, visiblePost } from '../topics/find-topic.ts'
import { bodyFaults } from '../topics/text-rules.ts'
import { cleanRaw } from '../topics/title-cleaner.ts'
import { revisePost } from './revise-post.ts'
import { postOut } from './serialize-post.ts'

/**
 * PUT /posts/{id}.json. A given original_text that is not the stored one is a conflict; the body is saved even when
 * topic fields sent along are then refused.
 */
export function putPost(forum: Forum, call: Call): Answer {
	const { actor } = call
	const post = visiblePost(forum, Number(call.params.id), actor)
	if (actor === null || !mayEdit(post, actor)) {
		throw forbidden(forum)
	}
	const sent = record(call.body.post)
	const original = text(sent.original_text) ?? text(sent.raw_old)
	if (original !== undefined && original !== post.raw) {
		throw new Refusal(failure(409, 'edit_conflict', [say(forum.settings, 'conflict')]))
	}
	const raw = cleanRaw(text(sent.raw) ?? post.raw)
	const faults = bodyFaults(forum, raw)
	if (faults.length > 0) {
		return failure(422, null, faults)
	}
	editPost(forum, post, actor, raw, { editReason: text(sent.edit_reason), bypassBump: flag(call.body.bypass_bump) }, {
		title: text(call.body.title),
		categoryId: whole(call.body.category_id),
		tags: list(call.body.tags),
	})
	return ok({ post: postOut(forum, post, actor, true) })
}

/** GET /posts/{id}.json */
export function getPost(forum: Forum, call: Call): Answer {
	return ok(postOut(forum, visiblePost(forum, Number(call.params.id), call.actor), call.actor, true))
}

/** GET /posts/{id}/revisions/{version}.json, the number or `latest`: a change with both texts. */
export function getRevision(forum: Forum, call: Call): Answer {
	const post = visiblePost(forum, Number(call.params.id), call.actor)
	const version = call.params.version === 'latest' ? post.revisions.length + 1 : Number(call.params.version)
	const revision = post.revisions[version - 2]
	if (revision === undefined || (revision.hidden && !isStaff(call.actor))) {
		throw notFound(forum)
	}
	const editor = forum.state.user(revision.userId)
	return ok({
		created_at: revision.at,
		post_id: post.id,
		previous_hidden: post.revisions[version - 3]?.hidden ?? false,
		current_hidden: revision.hidden,
		first_revision: 2,
		last_revision: post.version,
		current_revision: version,
		current_version: version,
		version_count: post.version,
		username: editor.username,
		edit_reason: revision.editReason,
		body_changes: { side_by_side_markdown: `${revision.before.raw}\n---\n${revision.after.raw}` },
		title_changes: revision.before.title === revision.after.title ? null : { inline: `${revision.before.title} → ${revision.after.title}` },
	})
}

/** PUT /posts/{id}/locked.json: keeps members from editing the post. */
export function putLocked(forum: Forum, call: Call): Answer {
	const post = visiblePost(forum, Number(call.params.id), call.actor)
	if (!isStaff(call.actor)) {
		throw forbidden(forum)
	}
	post.locked = flag(call.body.locked)
	return ok({ locked: post.locked })
}

/** PUT /posts/{id}/revisions/{version}/hide.json and its opposite. */
export function putRevisionHidden(hidden: boolean): (forum: Forum, call: Call) => Answer {
	return (forum, call) => {
		const post = visiblePost(forum, Number(call.params.id), call.actor)
		const revision = post.revisions[Number(call.params.version) - 2]
		if (!isStaff(call.actor) || revision === undefined) {
			throw revision === undefined ? notFound(forum) : forbidden(forum)
		}
		revision.hidden = hidden
		return ok()
	}
}

/** What may change together with a body in one call. */
type TopicFields = { title?: string | undefined, categoryId?: number | undefined, tags?: unknown[] | undefined }

/**
 * Saves a body and tells the webhooks: post_edited, or only topic_edited when topic fields came along.
 *
 * @throws {Refusal} 422 when the topic fields are refused; the body stays saved
 */
export function editPost(forum: Forum, post: Post, editor: User, raw: string, options: { editReason?: string | undefined, bypassBump?: boolean }, fields: TopicFields = {}): void {
	const changed = revisePost(forum, post, editor, { raw }, options)
	const topic = forum.state.topic(post.topicId)
	const topicChanged = topic !== undefined && post.postNumber === 1 && changeTopic(forum, topic, editor, fields)
	if (changed && !topicChanged) {
		forum.announce({ family: 'post', name: 'post_edited', post })
	}
}

function mayEdit(post: Post, actor: User): boolean {
	return isStaff(actor) || (post.userId === actor.id && !post.locked) || post.wiki
}
