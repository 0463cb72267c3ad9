/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call } from './forum.ts'

/** Reads what came as JSON or as a form, where everything is text. */

/**
 * @return the text, or undefined when absent
 */
export function text(value: unknown): string | undefined {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/**
 * @return the boolean, forms saying "true"
 */
export function flag(value: unknown): boolean {
	return value === true || value === 'true' || value === 't' || value === '1' || value === 1
}

/**
 * @return a whole number, undefined when absent or something else
 */
export function whole(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
	return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

/**
 * @return the object, empty when it is none
 */
export function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
}

/**
 * @return the list, a single value being a list of one, empty text no element
 */
export function list(value: unknown): unknown[] | undefined {
	if (value === undefined || value === null) {
		return undefined
	}
	return (Array.isArray(value) ? value : [value]).filter((element) => element !== '')
}

/**
 * @return whole numbers of a query such as `post_ids[]=1&post_ids[]=2` or `topic_ids=1,2`
 */
export function idList(query: Call['query'], name: string): number[] | undefined {
	const value = query[`${name}[]`] ?? query[name]
	if (value === undefined) {
		return undefined
	}
	return [value].flat().flatMap((part) => part.split(',')).map(Number).filter(Number.isInteger)
}

/**
 * @return the query value, the first when repeated
 */
export function queryText(query: Call['query'], name: string): string | undefined {
	const value = query[name]
	return Array.isArray(value) ? value[0] : value
}
