/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Forum } from '../forum.ts'
import type { Person } from '../people.ts'
import type { Post, Topic } from '../state/model.ts'

import { record, text, whole } from '../fields.ts'
import { notFound } from '../topics/find-topic.ts'

/** One form of the pages: does the act and says where to go then. */
type Act = (about: { forum: Forum, who: Person, form: Record<string, unknown>, id: number }) => Topic

/** The forms of the pages, by path. */
export const ACTS: Record<string, Act> = {
	'/new-topic': ({ who, form }) => who.newTopic({
		title: text(form.title) ?? '',
		raw: text(form.raw) ?? '',
		categoryId: whole(form.category) ?? 0,
		tags: tagNames(form.tags),
	}),
	'/t/:id/reply': ({ forum, who, form, id }) => {
		const topic = topicOf(forum, id)
		who.reply(topic, plainLines(form.raw))
		return topic
	},
	'/t/:id/change': ({ forum, who, form, id }) => {
		const topic = topicOf(forum, id)
		who.change(topic, { title: text(form.title), tags: tagNames(form.tags), categoryId: whole(form.category) })
		return topic
	},
	'/t/:id/status': ({ forum, who, form, id }) => {
		const topic = topicOf(forum, id)
		who.setStatus(topic, form.status === 'visible' ? 'visible' : 'closed', form.enabled === 'true')
		return topic
	},
	'/t/:id/delete': ({ forum, who, id }) => {
		const topic = topicOf(forum, id)
		who.deleteTopic(topic)
		return topic
	},
	'/t/:id/recover': ({ forum, who, id }) => {
		const topic = topicOf(forum, id)
		who.recoverTopic(topic)
		return topic
	},
	'/p/:id/edit': ({ forum, who, form, id }) => {
		const post = postOf(forum, id)
		who.edit(post, plainLines(form.raw))
		return topicOf(forum, post.topicId)
	},
	'/p/:id/delete': ({ forum, who, id }) => {
		const post = postOf(forum, id)
		who.deletePost(post)
		return topicOf(forum, post.topicId)
	},
	'/p/:id/recover': ({ forum, who, id }) => {
		const post = postOf(forum, id)
		who.recoverPost(post)
		return topicOf(forum, post.topicId)
	},
}

/**
 * @return the fields of a form
 */
export function formOf(request: Request): Record<string, unknown> {
	return record(request.body)
}

/** Browsers send line breaks as CR LF; a forum keeps LF. */
function plainLines(value: unknown): string {
	return (text(value) ?? '').replaceAll('\r\n', '\n')
}

function tagNames(value: unknown): string[] {
	return (text(value) ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '')
}

function topicOf(forum: Forum, id: number): Topic {
	const topic = forum.state.topic(id)
	if (topic === undefined) {
		throw notFound(forum)
	}
	return topic
}

function postOf(forum: Forum, id: number): Post {
	const post = forum.state.post(id)
	if (post === undefined) {
		throw notFound(forum)
	}
	return post
}
