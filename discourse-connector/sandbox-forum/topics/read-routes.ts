/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Post, User } from '../state/model.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, idList, queryText, whole } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { postOut } from '../posts/serialize-post.ts'
import { say } from '../sentences.ts'
import { notFound, visibleTopic } from './find-topic.ts'
import { topicView } from './serialize-topic.ts'
import { slugOf } from './slug.ts'

const CHUNK = 20

/** GET /t/{id}.json and /t/{slug}/{id}.json: the topic, its first twenty posts and the ids of all. */
export function getTopic(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	const slug = slugOf(topic.title)
	if (call.params.slug !== undefined && call.params.slug !== '-' && call.params.slug !== slug) {
		return { status: 301, location: `${forum.baseUrl}/t/${slug}/${topic.id}.json${queryOf(call)}` }
	}
	const posts = readable(forum, topic.id, call.actor)
	const page = whole(queryText(call.query, 'page')) ?? 1
	const lastPage = Math.max(1, Math.ceil(posts.length / CHUNK))
	if (page < 1) {
		throw new Refusal(failure(400, 'invalid_parameters', [say(forum.settings, 'invalidParameter', 'page')]))
	}
	if (page > lastPage) {
		if (forum.features.redirectsPastEnd) {
			return { status: 301, location: `${forum.baseUrl}/t/${slug}/${topic.id}.json?page=${lastPage}` }
		}
		throw notFound(forum)
	}
	topic.views++
	return ok({
		post_stream: {
			posts: posts.slice((page - 1) * CHUNK, page * CHUNK).map((post) => postOut(forum, post, call.actor, flag(call.query.include_raw))),
			stream: posts.map((post) => post.id),
		},
		...topicView(forum, topic, call.actor),
	})
}

/** GET /t/external_id/{id}.json: always a redirect. Deleted topics are not found, although their id stays taken. */
export function getTopicByExternalId(forum: Forum, call: Call): Answer {
	const found = forum.state.topicByExternalId(call.params.external_id ?? '')
	if (found === undefined || found.deletedAt !== null) {
		throw notFound(forum)
	}
	const topic = visibleTopic(forum, found.id, call.actor)
	const query = forum.features.redirectKeepsQuery ? queryOf(call) : ''
	return { status: 301, location: `${forum.baseUrl}/t/${slugOf(topic.title)}/${topic.id}.json${query}` }
}

/** GET /t/{id}/posts.json: the posts whose ids are asked for. */
export function getTopicPosts(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	const wanted = idList(call.query, 'post_ids')
	const posts = readable(forum, topic.id, call.actor)
	const shown = wanted === undefined ? posts.slice(0, CHUNK) : posts.filter((post) => wanted.includes(post.id))
	return ok({
		post_stream: { posts: shown.map((post) => postOut(forum, post, call.actor, flag(call.query.include_raw))) },
		id: topic.id,
	})
}

/** GET /t/{id}/post_ids.json */
export function getPostIds(forum: Forum, call: Call): Answer {
	const topic = visibleTopic(forum, Number(call.params.id), call.actor)
	return ok({ post_ids: readable(forum, topic.id, call.actor).map((post) => post.id) })
}

/** Staff see deleted posts and whispers. */
function readable(forum: Forum, topicId: number, reader: User | null): Post[] {
	const posts = forum.state.postsOf(topicId)
	return isStaff(reader) ? posts : posts.filter((post) => post.deletedAt === null && post.postType !== 4)
}

function queryOf(call: Call): string {
	const entries = Object.entries(call.query).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))
	return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`
}
