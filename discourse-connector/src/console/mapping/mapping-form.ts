/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { TopicMapping } from '../../sync/topics/mapping.ts'

import { needKinds } from '@emancipasso/shared/community/need-vocabulary'
import { mappedTags } from '../../sync/topics/mapping.ts'

/** The longest tag that forums take by their usual settings. */
export const LONGEST_TAG = 20

/** What somebody chose in the form. */
export interface DraftMapping extends TopicMapping {
	/** Names of the fields that make no sense. */
	wrong: readonly string[]
	/** Of the example. */
	example: NeedKind
}

/**
 * Reads the form; what it does not name stays as it is.
 *
 * @param fields as they were sent
 * @param stored the mapping as it stands
 */
export function readMappingForm(fields: Readonly<Record<string, string>>, stored: TopicMapping): DraftMapping {
	const wrong: string[] = []
	const categories = Object.fromEntries(needKinds.map((kind) => [kind, categoryIn(kind)])) as Record<NeedKind, number>
	const tags = Object.fromEntries(mappedTags.map((tag) => [tag, tagIn(tag)]))
	return { categories, tags, wrong, example: needKinds.find((kind) => kind === fields.example) ?? 'tool-advice' }

	function categoryIn(kind: NeedKind): number {
		const given = fields[`category.${kind}`]
		if (given === undefined || /^[1-9]\d{0,8}$/.test(given)) {
			return given === undefined ? stored.categories[kind] : Number(given)
		}
		wrong.push(`category.${kind}`)
		return stored.categories[kind]
	}

	function tagIn(tag: typeof mappedTags[number]): string {
		const given = (fields[`tag.${tag}`] ?? stored.tags[tag] ?? tag).toLowerCase()
		if (/^[\p{L}\p{M}\p{N}_.-]*$/u.test(given) && [...given].length <= LONGEST_TAG) {
			return given
		}
		wrong.push(`tag.${tag}`)
		return stored.tags[tag] ?? tag
	}
}
