/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Post, RevisionFields, Topic, User } from '../state/model.ts'

/** How an edit counts. */
export interface EditOptions {
	/** Given by the editor: always opens a new version. */
	editReason?: string | undefined
	/** Leaves the topic where it stands in the lists. */
	bypassBump?: boolean
}

/**
 * Changes a post, and its topic when it is the first one, with Discourse's idea of versions: an edit soon after one's
 * own last edit joins it, undoing it lowers the version again.
 *
 * @param forum changed in place
 * @param post which one
 * @param editor who
 * @param change only what is to change
 * @param options reason and bump
 * @return whether anything differed
 */
export function revisePost(forum: Forum, post: Post, editor: User, change: Partial<RevisionFields>, options: EditOptions = {}): boolean {
	const topic = forum.state.topic(post.topicId)
	const before = fieldsOf(post, topic)
	const after = { ...before, ...change }
	if (JSON.stringify(before) === JSON.stringify(after)) {
		return false
	}
	const now = forum.now()
	const opensVersion = !joinsLast(forum, post, editor, before, after, options, now)
	write(post, topic, after)
	post.updatedAt = now.toISOString()
	post.lastEditorId = editor.id
	post.editReason = options.editReason ?? null
	const last = post.revisions.at(-1)
	if (opensVersion) {
		post.version++
		post.versionAt = post.updatedAt
		post.revisions.push({ at: post.updatedAt, userId: editor.id, before, after, editReason: post.editReason, hidden: false })
		bump(forum, post, topic, options)
	} else if (last !== undefined) {
		last.after = after
		if (JSON.stringify(last.before) === JSON.stringify(after)) {
			post.revisions.pop()
			post.version--
		}
	}
	return true
}

function joinsLast(forum: Forum, post: Post, editor: User, before: RevisionFields, after: RevisionFields, options: EditOptions, now: Date): boolean {
	const age = (now.getTime() - Date.parse(post.versionAt)) / 1000
	const mostChange = editor.moderator || editor.admin || editor.trustLevel >= 2 ? 400 : 100
	return options.editReason === undefined && post.lastEditorId === editor.id
		&& age < forum.settings.editingGracePeriodSeconds && changedLength(before.raw, after.raw) <= mostChange
}

function bump(forum: Forum, post: Post, topic: Topic | undefined, options: EditOptions): void {
	const lastOrdinary = forum.state.postsOf(post.topicId).filter((other) => other.postType === 1 && other.deletedAt === null).at(-1)
	if (topic !== undefined && lastOrdinary === post && options.bypassBump !== true) {
		topic.bumpedAt = post.updatedAt
	}
}

function fieldsOf(post: Post, topic: Topic | undefined): RevisionFields {
	return post.postNumber > 1 || topic === undefined
		? { raw: post.raw }
		: { raw: post.raw, title: topic.title, categoryId: topic.categoryId, tagIds: topic.tagIds }
}

function write(post: Post, topic: Topic | undefined, fields: RevisionFields): void {
	post.raw = fields.raw
	if (topic !== undefined && post.postNumber === 1) {
		topic.title = fields.title ?? topic.title
		topic.categoryId = fields.categoryId === undefined ? topic.categoryId : fields.categoryId
		topic.tagIds = fields.tagIds ?? topic.tagIds
	}
}

/** Length of what lies between the common beginning and the common end. */
function changedLength(before: string, after: string): number {
	let start = 0
	while (start < before.length && before[start] === after[start]) {
		start++
	}
	let end = 0
	while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) {
		end++
	}
	return Math.max(before.length, after.length) - start - end
}
