/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Forum } from '../forum.ts'
import type { Category, Post, Topic, User } from '../state/model.ts'

import { failure, Refusal } from '../answer.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'
import { resolveTags } from '../tags/tag-rules.ts'
import { externalIdFaults } from '../topics/external-id.ts'
import { maySee } from '../topics/find-topic.ts'
import { bodyFaults, titleFaults } from '../topics/text-rules.ts'
import { cleanRaw, cleanTitle } from '../topics/title-cleaner.ts'
import { addPost } from './add-post.ts'

/** A topic as somebody wants it. */
export interface NewTopic {
	title: string
	raw: string
	categoryId: number
	tags: unknown[]
	externalId?: string | undefined
	/** ISO; dates the topic back, its place in the lists too. */
	createdAt?: string | undefined
	visible?: boolean
	featuredLink?: string | undefined
	skipValidations?: boolean
	/** No webhook is told. */
	importMode?: boolean
	personalMessage?: boolean
	/** A moderator let it through: the queue and the rules are behind it. */
	approved?: boolean
}

/** What creating came to. */
export type Created = { post: Post } | { queued: Answer } | { faults: string[] }

/**
 * Creates a topic with its first post, or queues it.
 *
 * @param forum changed in place
 * @param author staff are exempt from the queue
 * @param wanted the topic
 * @throws {Refusal} for an unknown category or too many tags
 */
export function createTopic(forum: Forum, author: User, wanted: NewTopic): Created {
	const category = categoryFor(forum, author, wanted)
	const title = cleanTitle(wanted.title, forum.settings)
	const raw = cleanRaw(wanted.raw)
	if (!isStaff(author) && wanted.personalMessage !== true && wanted.approved !== true && (forum.settings.approveNewTopics || category?.requiresApproval === true)) {
		return { queued: queue(forum, author, { title, raw, categoryId: wanted.categoryId, tags: wanted.tags.map(String), topicId: null }) }
	}
	const tags = resolveTags(forum, wanted.tags, author)
	const faults = [
		...externalIdFaults(forum, wanted.externalId, wanted.skipValidations === true),
		...(wanted.skipValidations === true || wanted.approved === true ? [] : [...titleFaults(forum, title, author), ...bodyFaults(forum, raw)]),
		...('faults' in tags ? tags.faults : []),
	]
	if (faults.length > 0 || 'faults' in tags) {
		return { faults }
	}
	const now = wanted.createdAt ?? forum.now().toISOString()
	const topic: Topic = {
		id: forum.state.newId(),
		title,
		categoryId: category?.id ?? null,
		tagIds: tags.tagIds,
		externalId: wanted.externalId ?? null,
		userId: author.id,
		archetype: wanted.personalMessage === true ? 'private_message' : 'regular',
		createdAt: now,
		bumpedAt: now,
		closed: false,
		archived: false,
		visible: wanted.visible ?? true,
		pinned: false,
		views: 1,
		featuredLink: wanted.featuredLink ?? null,
		deletedAt: null,
		deletedById: null,
	}
	forum.state.addTopic(topic)
	const post = addPost(forum, topic, author, raw, { noBump: true })
	if (wanted.importMode !== true) {
		forum.announce({ family: 'topic', name: 'topic_created', topic })
		forum.announce({ family: 'post', name: 'post_created', post })
	}
	return { post }
}

/**
 * Adds a reply.
 *
 * @param forum changed in place
 * @param author staff may write in closed topics
 * @param topicId where; unknown, deleted or closed is a fault
 * @param raw Markdown
 * @param options how it is posted
 * @param options.whisper only staff read it
 * @param options.replyToPostNumber the post it answers
 * @param options.approved a moderator let it through
 */
export function createReply(forum: Forum, author: User, topicId: number, raw: string, options: { whisper?: boolean, replyToPostNumber?: number | null, approved?: boolean } = {}): Created {
	const topic = forum.state.topic(topicId)
	const open = topic !== undefined && topic.deletedAt === null && ((!topic.closed && !topic.archived) || isStaff(author))
	if (!open) {
		return { faults: [say(forum.settings, 'topicNotFound')] }
	}
	const text = cleanRaw(raw)
	if (!isStaff(author) && forum.settings.approveReplies && options.approved !== true) {
		return { queued: queue(forum, author, { title: null, raw: text, categoryId: null, tags: [], topicId }) }
	}
	const faults = bodyFaults(forum, text)
	if (faults.length > 0) {
		return { faults }
	}
	const post = addPost(forum, topic, author, text, {
		postType: options.whisper === true ? 4 : 1,
		replyToPostNumber: options.replyToPostNumber ?? null,
	})
	forum.announce({ family: 'post', name: 'post_created', post })
	return { post }
}

function categoryFor(forum: Forum, author: User, wanted: NewTopic): Category | undefined {
	const category = forum.state.category(wanted.categoryId)
	if (wanted.personalMessage !== true && (category === undefined || !maySee(category, author))) {
		throw new Refusal(failure(422, null, [say(forum.settings, 'categoryNotFound')]))
	}
	return wanted.personalMessage === true ? undefined : category
}

/** The queue keeps text, title, tags and category; external_id and the rest are lost, as on a real forum. */
function queue(forum: Forum, author: User, kept: Pick<Forum['state']['data']['queue'][number], 'title' | 'raw' | 'categoryId' | 'tags' | 'topicId'>): Answer {
	const queued = { id: forum.state.newId(), userId: author.id, createdAt: forum.now().toISOString(), ...kept }
	forum.state.data.queue.push(queued)
	return {
		status: 200,
		body: {
			action: 'enqueued',
			success: true,
			pending_count: forum.state.data.queue.filter((other) => other.userId === author.id).length,
			pending_post: { id: queued.id, raw: queued.raw, title: queued.title, category_id: queued.categoryId, created_at: queued.createdAt, created_by_id: author.id },
		},
	}
}
