/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call, Forum } from '../forum.ts'
import type { TagGroup } from '../state/model.ts'

import { ok } from '../answer.ts'
import { flag, list, record, text } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { forbidden, notFound } from '../topics/find-topic.ts'
import { resolveTags, tagsOut } from './tag-rules.ts'

/** GET /tags.json: the id is a number on recent forums, the name on older ones. */
export function getTags(forum: Forum): Answer {
	if (!forum.settings.taggingEnabled) {
		throw notFound(forum)
	}
	return ok({
		tags: forum.state.data.tags.map((tag) => ({
			id: forum.features.tagObjects ? tag.id : tag.name,
			text: tag.name,
			name: tag.name,
			slug: tag.name,
			count: forum.state.data.topics.filter((topic) => topic.deletedAt === null && topic.tagIds.includes(tag.id)).length,
			pm_count: 0,
			target_tag: tag.synonymOf === null ? null : forum.state.tag(tag.synonymOf)?.name ?? null,
		})),
		extras: { categories: [] },
	})
}

/** GET /tag_groups.json */
export function getTagGroups(forum: Forum, call: Call): Answer {
	staffOnly(forum, call)
	return ok({ tag_groups: forum.state.data.tagGroups.map((group) => groupOut(forum, group)) })
}

/** POST /tag_groups.json makes the tags that do not exist. */
export function postTagGroup(forum: Forum, call: Call): Answer {
	staffOnly(forum, call)
	const group: TagGroup = { id: forum.state.newId(), name: '', tagIds: [], onePerTopic: false }
	forum.state.data.tagGroups.push(group)
	return ok({ tag_group: changed(forum, call, group) })
}

/** PUT /tag_groups/{id}.json */
export function putTagGroup(forum: Forum, call: Call): Answer {
	staffOnly(forum, call)
	const group = forum.state.data.tagGroups.find((candidate) => candidate.id === Number(call.params.id))
	if (group === undefined) {
		throw notFound(forum)
	}
	return ok({ success: 'OK', tag_group: changed(forum, call, group) })
}

function changed(forum: Forum, call: Call, group: TagGroup): Record<string, unknown> {
	const sent = { ...call.body, ...record(call.body.tag_group) }
	const tags = list(sent.tags ?? sent.tag_names) ?? (forum.features.tagObjects ? undefined : [])
	group.name = text(sent.name) ?? group.name
	// Older forums compare with the word, and forget what is not sent again.
	group.onePerTopic = forum.features.tagObjects ? (sent.one_per_topic === undefined ? group.onePerTopic : flag(sent.one_per_topic)) : sent.one_per_topic === 'true'
	if (tags !== undefined && call.actor !== null) {
		const roomy = { ...forum, settings: { ...forum.settings, maxTagsPerTopic: 1000 }, state: withoutGroups(forum) }
		const resolved = resolveTags(roomy, tags, call.actor)
		group.tagIds = 'tagIds' in resolved ? resolved.tagIds : group.tagIds
	}
	return groupOut(forum, group)
}

/** The limits of a topic's tags do not bind the list of a group. */
function withoutGroups(forum: Forum): Forum['state'] {
	return { ...forum.state, data: { ...forum.state.data, tagGroups: [] } }
}

function groupOut(forum: Forum, group: TagGroup): Record<string, unknown> {
	const tags = tagsOut(forum, group.tagIds)
	return {
		id: group.id,
		name: group.name,
		...(forum.features.tagObjects ? { tags, parent_tag: [] } : { tag_names: tags, parent_tag_name: [] }),
		one_per_topic: group.onePerTopic,
		permissions: { everyone: 1 },
	}
}

function staffOnly(forum: Forum, call: Call): void {
	if (!isStaff(call.actor)) {
		throw forbidden(forum)
	}
}
