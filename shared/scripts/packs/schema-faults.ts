/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'
import type { Fault } from './fault.ts'

const languages: Readonly<Record<string, string>> = { fr: 'French', en: 'English' }

/** What an entry of a list is called. */
const entries: Readonly<Record<string, string>> = {
	questions: 'question',
	options: 'option',
	rules: 'rule',
	actions: 'first step',
	dimensions: 'dimension',
	flags: 'flag',
	uses: 'use',
	fields: 'field',
	solutions: 'solution',
	tools: 'tool',
	replacements: 'replacement',
	steps: 'step',
	levels: 'level',
}

/**
 * What a schema refuses, with the place said by the ids on the way there instead of positions.
 *
 * @param issues what zod found
 * @param data what was read
 */
export function schemaFaults(issues: readonly z.core.$ZodIssue[], data: unknown): Fault[] {
	return issues.map((issue) => {
		const language = languages[String(issue.path.at(-1))]
		if (language && ['invalid_type', 'too_small', 'invalid_format'].includes(issue.code)) {
			return { at: placeInWords(issue.path.slice(0, -1), data), words: `${language} is missing` }
		}
		return { at: placeInWords(issue.path, data), words: wordsFor(issue) }
	})
}

/**
 * A path as a person would say it: “rule r-mail › title”.
 *
 * @param path keys and positions from the root
 * @param data what was read
 */
export function placeInWords(path: readonly PropertyKey[], data: unknown): string {
	const places: string[] = []
	let value: unknown = data
	let list = ''
	for (const key of path) {
		value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
		if (typeof key === 'number') {
			places.pop()
			const id = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : `no. ${key + 1}`
			places.push(`${entries[list] ?? list} ${id}`)
		} else {
			list = String(key)
			places.push(list)
		}
	}
	return places.join(' › ') || 'the pack'
}

/**
 * What is wrong.
 *
 * @param issue what zod found
 */
function wordsFor(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'unrecognized_keys':
			return `has parts that nothing reads: ${issue.keys.join(', ')}`
		case 'invalid_union':
			return issue.path.some((key) => key === 'when' || key === 'showIf' || key === 'from')
				? 'is no condition of the rule language'
				: 'should be one text, or one in French and one in English'
		case 'invalid_type':
			return issue.message.endsWith('received undefined') ? 'is missing' : `should be of another type (${issue.expected})`
		case 'invalid_value':
			return `should be one of: ${issue.values.map(String).join(', ')}`
		default:
			return issue.message
	}
}
