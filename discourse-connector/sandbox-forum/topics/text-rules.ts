/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Forum } from '../forum.ts'
import type { Topic, User } from '../state/model.ts'

import { say } from '../sentences.ts'

/**
 * The reasons why the forum refuses a title, in its own words.
 *
 * @param forum whose settings and titles count
 * @param title after cleaning
 * @param author an admin may be short
 * @param self the topic that may keep its own title
 */
export function titleFaults(forum: Forum, title: string, author: User, self?: Topic): string[] {
	const { settings, state } = forum
	const faults: string[] = []
	const length = [...title].length
	const minimum = author.admin ? 1 : settings.minTopicTitleLength
	if (length < minimum) {
		faults.push(say(settings, 'titleShort', minimum))
	}
	if (length > settings.maxTopicTitleLength) {
		faults.push(say(settings, 'titleLong', settings.maxTopicTitleLength))
	}
	const longest = Math.max(0, ...title.split(/[^\p{L}\p{N}]+/u).map((word) => word.length))
	const shouts = title === title.toUpperCase() && title !== title.toLowerCase()
	if (entropy(title) < settings.titleMinEntropy || longest > settings.titleMaxWordLength || shouts) {
		faults.push(say(settings, 'titleUnclear'))
	}
	const wanted = title.toLowerCase()
	const taken = !settings.allowDuplicateTopicTitles && state.data.topics.some((topic) => topic !== self
		&& topic.deletedAt === null && topic.archetype === 'regular' && topic.title.toLowerCase() === wanted)
	if (taken) {
		faults.push(say(settings, 'titleTaken'))
	}
	return faults
}

/** The reasons why the forum refuses a body; HTML comments do not count for the shortest length. */
export function bodyFaults(forum: Forum, raw: string): string[] {
	const { settings } = forum
	const faults: string[] = []
	if ([...raw.replace(/<!--[\s\S]*?-->/g, '').trim()].length < settings.minPostLength) {
		faults.push(say(settings, 'bodyShort', settings.minPostLength))
	} else if (entropy(raw) < settings.bodyMinEntropy) {
		faults.push(say(settings, 'bodyUnclear'))
	}
	if ([...raw].length > settings.maxPostLength) {
		faults.push(say(settings, 'bodyLong', settings.maxPostLength))
	}
	return faults
}

/** How many different characters a text has: Discourse's measure of sense. */
function entropy(value: string): number {
	return new Set(value.trim()).size
}
