/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Tag, User } from '../state/model.ts'

import { failure, Refusal } from '../answer.ts'
import { record, text, whole } from '../fields.ts'
import { isStaff } from '../forum.ts'
import { say } from '../sentences.ts'

/** What became of the tags that were sent. */
export type TagResult = { tagIds: number[] } | { faults: string[] }

/**
 * @return a name as the forum writes tags: lower case, no odd characters, cut
 */
export function cleanTagName(name: string, maxLength: number): string {
	return name.trim().toLowerCase().replace(/[/?#[\]@!$&'()*+,;=.%\\`^|{}"<>]/g, '').trim()
		.replace(/\s+/g, '-').slice(0, maxLength)
}

/**
 * Applies the forum's rules to the tags of a topic. Unknown ones are made when the author may, else left out in silence.
 *
 * @param forum whose tags and rules count
 * @param sent names, or {id?, name?} objects on recent forums; older ones do not know objects
 * @param author who tags
 * @throws {Refusal} when a recent forum is sent too many, before anything else happens
 */
export function resolveTags(forum: Forum, sent: unknown[], author: User): TagResult {
	const { settings, features } = forum
	if (features.tooManyTags === 'refuse' && sent.length > settings.maxTagsPerTopic) {
		throw new Refusal(failure(422, null, [say(settings, 'tooManyTags', settings.maxTagsPerTopic)]))
	}
	const tags = new Map<number, Tag>()
	for (const value of sent) {
		const tag = findTag(forum, value, author)
		if (tag !== undefined) {
			tags.set(tag.id, tag)
		}
	}
	const staffTag = [...tags.values()].find((tag) => tag.staffOnly)
	if (staffTag !== undefined && !isStaff(author)) {
		return { faults: [say(settings, 'staffTag', staffTag.name)] }
	}
	return oneByGroup(forum, [...tags.keys()].slice(0, settings.maxTagsPerTopic))
}

/**
 * @return tags as this generation writes them
 */
export function tagsOut(forum: Forum, tagIds: number[]): unknown[] {
	const tags = tagIds.flatMap((id) => forum.state.tag(id) ?? [])
	return forum.features.tagObjects
		? tags.map(({ id, name }) => ({ id, name, slug: name }))
		: tags.map((tag) => tag.name)
}

/** A known tag or its replacement, a new one when allowed. */
function findTag(forum: Forum, value: unknown, author: User): Tag | undefined {
	const { state, settings, features } = forum
	const isObject = typeof value === 'object' && value !== null
	if (isObject && !features.tagObjects) {
		return undefined
	}
	const id = isObject ? whole(record(value).id) : undefined
	const name = cleanTagName(text(isObject ? record(value).name : value) ?? '', settings.maxTagLength)
	const known = id === undefined ? state.tagNamed(name) : state.tag(id)
	if (known !== undefined) {
		return known.synonymOf === null ? known : state.tag(known.synonymOf)
	}
	const mayCreate = settings.tagCreation === 'everyone' || (settings.tagCreation === 'staff' && isStaff(author))
	if (!mayCreate || name === '') {
		return undefined
	}
	const tag: Tag = { id: state.newId(), name, staffOnly: false, synonymOf: null }
	state.data.tags.push(tag)
	return tag
}

/** Old forums keep the first tag of a one-per-topic group, recent ones refuse. */
function oneByGroup(forum: Forum, tagIds: number[]): TagResult {
	let kept = tagIds
	for (const group of forum.state.data.tagGroups.filter((candidate) => candidate.onePerTopic)) {
		const [, ...tooMany] = kept.filter((id) => group.tagIds.includes(id))
		if (tooMany.length > 0 && forum.features.tagGroupConflicts) {
			return { faults: [say(forum.settings, 'tagGroupConflict', group.name)] }
		}
		kept = kept.filter((id) => !tooMany.includes(id))
	}
	return { tagIds: kept }
}
