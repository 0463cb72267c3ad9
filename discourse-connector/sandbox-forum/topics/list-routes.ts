/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Topic } from '../state/model.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { flag, idList, queryText, whole } from '../fields.ts'
import { postWithTopic } from '../posts/serialize-post.ts'
import { say } from '../sentences.ts'
import { maySee, notFound } from './find-topic.ts'
import { personOut, topicRow } from './serialize-topic.ts'

/** GET /latest.json, and /c/{slug}/{id}/l/latest.json when the path names a category. */
export function getLatest(forum: Forum, call: Call): Answer {
	const categoryId = call.params.id === undefined ? whole(queryText(call.query, 'category')) : Number(call.params.id)
	if (call.params.id !== undefined && !maySee(forum.state.category(categoryId ?? 0), call.actor)) {
		throw notFound(forum)
	}
	const page = wholeIn(forum, call, 'page', 0, 0, 100_000)
	const perPage = forum.features.perPage ? wholeIn(forum, call, 'per_page', 30, 1, 100) : 30
	const topics = sorted(listed(forum, call, categoryId), call)
	const shown = topics.slice(page * perPage, (page + 1) * perPage)
	const more = topics.length > (page + 1) * perPage
	const path = call.params.id === undefined ? '/latest' : `/c/${call.params.slug ?? '-'}/${call.params.id}/l/latest`
	const authors = new Set(shown.map((topic) => topic.userId))
	return ok({
		users: [...authors].map((id) => personOut(forum.state.user(id))),
		primary_groups: [],
		topic_list: {
			can_create_topic: call.actor !== null,
			draft: null,
			draft_key: 'new_topic',
			draft_sequence: 0,
			per_page: perPage,
			top_tags: [],
			...(more ? { more_topics_url: `${path}?no_definitions=true&page=${page + 1}` } : {}),
			topics: shown.map((topic) => topicRow(forum, topic)),
		},
	})
}

/** GET /posts.json?before=: newest posts first; old forums count ids, recent ones posts. */
export function getPosts(forum: Forum, call: Call): Answer {
	const before = wholeIn(forum, call, 'before', forum.state.data.nextId, 0, 2 ** 31 - 1)
	const visible = forum.state.data.posts.filter((post) => {
		const topic = forum.state.topic(post.topicId)
		return post.postType === 1 && post.deletedAt === null && topic !== undefined && topic.deletedAt === null
			&& topic.visible && topic.archetype === 'regular' && maySee(forum.state.category(topic.categoryId), call.actor)
	}).sort((a, b) => b.id - a.id)
	const posts = forum.features.postsBeforeCounts
		? visible.filter((post) => post.id < before).slice(0, 50)
		: visible.filter((post) => post.id > before - 50 && post.id <= before)
	return ok({ latest_posts: posts.map((post) => postWithTopic(forum, post, forum.state.topic(post.topicId), call.actor)) })
}

function listed(forum: Forum, call: Call, categoryId: number | undefined): Topic[] {
	const ids = idList(call.query, 'topic_ids')
	return forum.state.data.topics.filter((topic) => topic.archetype === 'regular' && topic.deletedAt === null
		&& (topic.visible || call.byKey)
		&& (categoryId === undefined ? call.actor?.mutedCategoryIds?.includes(topic.categoryId ?? 0) !== true : topic.categoryId === categoryId)
		&& (ids === undefined || ids.includes(topic.id))
		&& maySee(forum.state.category(topic.categoryId), call.actor))
}

/** In the order of activity, which is the usual one, pinned topics come first. */
function sorted(topics: Topic[], call: Call): Topic[] {
	const order = queryText(call.query, 'order')
	const direction = flag(call.query.ascending) ? 1 : -1
	const keyOf = (topic: Topic) => order === 'created' ? topic.createdAt : topic.bumpedAt
	const compare = (a: Topic, b: Topic) => keyOf(a) === keyOf(b) ? a.id - b.id : keyOf(a) < keyOf(b) ? -1 : 1
	return [...topics].sort((a, b) => {
		const pinned = order === undefined || order === 'activity' ? Number(b.pinned) - Number(a.pinned) : 0
		return pinned !== 0 ? pinned : direction * compare(a, b)
	})
}

function wholeIn(forum: Forum, call: Call, name: string, otherwise: number, least: number, most: number): number {
	const given = queryText(call.query, name)
	const value = given === undefined ? otherwise : whole(given)
	if (value === undefined || value < least || value > most) {
		throw new Refusal(failure(400, 'invalid_parameters', [say(forum.settings, 'invalidParameter', name)]))
	}
	return value
}
