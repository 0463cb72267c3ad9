/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { User } from '../state/model.ts'
import type { Created } from './create-post.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, list, text, whole } from '../fields.ts'
import { say } from '../sentences.ts'
import { forbidden } from '../topics/find-topic.ts'
import { createReply, createTopic } from './create-post.ts'
import { postOut } from './serialize-post.ts'

/**
 * POST /posts.json: a topic when there is a title, else a reply. Some fields count only with an admin key and are
 * dropped in silence otherwise.
 */
export function postPosts(forum: Forum, call: Call): Answer {
	const { body, actor } = call
	if (actor === null) {
		throw forbidden(forum)
	}
	const raw = text(body.raw)
	if (raw === undefined) {
		throw new Refusal(failure(400, 'invalid_parameters', [say(forum.settings, 'invalidParameter', 'raw')]))
	}
	const topicId = whole(body.topic_id)
	const created = topicId === undefined
		? newTopic(forum, call, actor, raw)
		: createReply(forum, actor, topicId, raw, { whisper: flag(body.whisper), replyToPostNumber: whole(body.reply_to_post_number) ?? null })
	return answerFor(forum, created, actor, flag(body.nested_post))
}

function newTopic(forum: Forum, { body, byKey }: Call, actor: User, raw: string): Created {
	return createTopic(forum, actor, {
		title: text(body.title) ?? '',
		raw,
		categoryId: whole(body.category) ?? 0,
		tags: list(body.tags ?? body['tags[]']) ?? [],
		externalId: byKey && forum.features.externalIds ? text(body.external_id) : undefined,
		createdAt: byKey && text(body.created_at) !== undefined ? new Date(String(body.created_at)).toISOString() : undefined,
		visible: body.visible === undefined ? !flag(body.unlist_topic) : flag(body.visible),
		featuredLink: text(body.featured_link),
		skipValidations: byKey && flag(body.skip_validations),
		importMode: byKey && flag(body.import_mode),
		personalMessage: text(body.archetype) === 'private_message',
	})
}

function answerFor(forum: Forum, created: Created, actor: User, nested: boolean): Answer {
	if ('queued' in created) {
		return created.queued
	}
	if ('faults' in created) {
		return { status: 422, body: { action: 'create_post', errors: created.faults } }
	}
	const post = postOut(forum, created.post, actor, true)
	return ok(nested ? { action: 'create_post', post, success: true } : post)
}
