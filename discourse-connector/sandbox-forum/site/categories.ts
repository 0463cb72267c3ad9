/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { Category } from '../state/model.ts'

import { failure, ok, Refusal } from '../answer.ts'
import { text } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'
import { forbidden, maySee, notFound } from '../topics/find-topic.ts'
import { slugOf } from '../topics/slug.ts'

const SAME_FOR_ALL = {
	text_color: 'FFFFFF',
	style_type: 'square',
	emoji: null,
	icon: null,
	notification_level: 1,
	topic_template: null,
	topic_title_placeholder: null,
	has_children: false,
	subcategory_count: 0,
	sort_order: null,
	sort_ascending: null,
	show_subcategory_list: false,
	num_featured_topics: 3,
	default_view: null,
	subcategory_list_style: 'rows_with_featured_topics',
	default_top_period: 'all',
	default_list_filter: 'all',
	minimum_required_tags: 0,
	navigate_to_first_post_after_read: false,
	allow_global_tags: true,
	required_tag_groups: [],
	read_only_banner: null,
	topics_day: 0,
	topics_week: 0,
	topics_month: 0,
	topics_year: 0,
	topics_all_time: 0,
	is_uncategorized: false,
	subcategory_ids: [],
	uploaded_logo: null,
	uploaded_logo_dark: null,
	uploaded_background: null,
	uploaded_background_dark: null,
}

/** A category as every list shows it. */
export function categoryOut(forum: Forum, category: Category, call: Call): Record<string, unknown> {
	const { locale } = forum.settings
	const topics = forum.state.data.topics.filter((topic) => topic.categoryId === category.id && topic.deletedAt === null && topic.visible)
	return {
		...SAME_FOR_ALL,
		id: category.id,
		name: category.name[locale],
		color: category.color,
		slug: category.slug,
		topic_count: topics.length,
		post_count: topics.reduce((count, topic) => count + forum.state.postsOf(topic.id).length, 0),
		position: category.position,
		description: category.description[locale],
		description_text: category.description[locale],
		description_excerpt: category.description[locale],
		topic_url: `/t/about-${category.slug}/${category.id}`,
		read_restricted: category.staffOnly,
		permission: call.actor === null ? 3 : 1,
		can_edit: isStaff(call.actor),
	}
}

/**
 * @return the categories the reader may see, in their order
 */
export function visibleCategories(forum: Forum, call: Call): Category[] {
	return forum.state.data.categories.filter((category) => maySee(category, call.actor))
}

/** GET /categories.json */
export function getCategories(forum: Forum, call: Call): Answer {
	return ok({
		category_list: {
			can_create_category: call.actor?.admin === true,
			can_create_topic: call.actor !== null,
			categories: visibleCategories(forum, call).map((category) => categoryOut(forum, category, call)),
		},
	})
}

/** POST /categories.json: for admins. */
export function postCategory(forum: Forum, call: Call): Answer {
	if (call.actor?.admin !== true) {
		throw forbidden(forum)
	}
	const name = text(call.body.name) ?? ''
	const slug = text(call.body.slug) ?? slugOf(name)
	if (name === '' || forum.state.data.categories.some((category) => category.slug === slug || category.name[forum.settings.locale] === name)) {
		throw new Refusal(failure(422, null, [say(forum.settings, 'categoryTaken')]))
	}
	const category: Category = {
		id: forum.state.newId(),
		slug,
		name: { fr: name, en: name },
		description: { fr: '', en: '' },
		color: text(call.body.color) ?? '0088CC',
		position: forum.state.data.categories.length,
		requiresApproval: false,
		staffOnly: false,
	}
	forum.state.data.categories.push(category)
	return ok({ category: categoryOut(forum, category, call) })
}

/** GET /c/{id}/show.json */
export function getCategory(forum: Forum, call: Call): Answer {
	const category = visibleCategories(forum, call).find((candidate) => candidate.id === Number(call.params.id))
	if (category === undefined) {
		throw notFound(forum)
	}
	return ok({ category: { ...categoryOut(forum, category, call), category_setting: { require_topic_approval: category.requiresApproval } } })
}
