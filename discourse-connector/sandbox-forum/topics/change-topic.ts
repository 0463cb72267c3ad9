/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Topic, User } from '../state/model.ts'

import { failure, Refusal } from '../answer.ts'
import { revisePost } from '../posts/revise-post.ts'
import { say } from '../sentences.ts'
import { resolveTags } from '../tags/tag-rules.ts'
import { maySee } from './find-topic.ts'
import { titleFaults } from './text-rules.ts'
import { cleanTitle } from './title-cleaner.ts'

/** What is to change; what is absent stays. */
export interface TopicChange {
	title?: string | undefined
	categoryId?: number | undefined
	tags?: unknown[] | undefined
	featuredLink?: string | undefined
}

/**
 * Changes title, then category, then tags, as a revision of the first post. A refusal of the tags comes after the
 * category has already moved, as on a real forum.
 *
 * @param forum changed in place
 * @param topic which one
 * @param editor who
 * @param change what is to change
 * @return whether anything differed; then topic_edited was announced
 * @throws {Refusal} 422
 */
export function changeTopic(forum: Forum, topic: Topic, editor: User, change: TopicChange): boolean {
	const first = forum.state.postsOf(topic.id)[0]
	const title = change.title === undefined ? topic.title : cleanTitle(change.title, forum.settings)
	const titleProblems = title === topic.title ? [] : titleFaults(forum, title, editor, topic)
	if (titleProblems.length > 0) {
		throw refused(titleProblems)
	}
	const category = change.categoryId === undefined ? undefined : forum.state.category(change.categoryId)
	if (change.categoryId !== undefined && (category === undefined || !maySee(category, editor))) {
		throw refused([say(forum.settings, 'categoryNotFound')])
	}
	const fields = { title, categoryId: category?.id ?? topic.categoryId }
	const tags = change.tags === undefined ? { tagIds: topic.tagIds } : resolveTags(forum, change.tags, editor)
	if ('faults' in tags) {
		topic.categoryId = fields.categoryId
		throw refused(tags.faults)
	}
	topic.featuredLink = change.featuredLink ?? topic.featuredLink
	const changed = first !== undefined && revisePost(forum, first, editor, { ...fields, tagIds: tags.tagIds })
	if (changed) {
		forum.announce({ family: 'topic', name: 'topic_edited', topic })
	}
	return changed
}

function refused(errors: string[]): Refusal {
	return new Refusal(failure(422, null, errors))
}
