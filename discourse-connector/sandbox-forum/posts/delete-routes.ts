/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'

import { ok } from '../answer.ts'
import { deletePost, recoverPost } from '../topics/delete-topic.ts'
import { forbidden, visiblePost } from '../topics/find-topic.ts'
import { postOut } from './serialize-post.ts'

/** DELETE /posts/{id}.json */
export function removePost(forum: Forum, call: Call): Answer {
	const post = visiblePost(forum, Number(call.params.id), call.actor)
	if (call.actor === null) {
		throw forbidden(forum)
	}
	deletePost(forum, post, call.actor)
	return ok()
}

/** PUT /posts/{id}/recover.json */
export function putPostRecover(forum: Forum, call: Call): Answer {
	const post = visiblePost(forum, Number(call.params.id), call.actor)
	if (call.actor === null) {
		throw forbidden(forum)
	}
	recoverPost(forum, post, call.actor)
	return ok(postOut(forum, post, call.actor, true))
}
