/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { z } from 'zod'

import { Provider } from '@emancipasso/shared/directory/provider'
import { cutAtWord } from './clean-text.ts'

/** How much of a value is repeated, in UTF-16 units. */
const SHOWN = 80

/** What became of a row: a provider with what was changed in it, or why it was left out. */
export type Converted = { provider: Provider, changes: string[] } | { leftOut: string }

/**
 * Checks a provider that an import made. Properties that we do not have are left out and told.
 *
 * @param candidate anything
 * @param changes what was changed already
 * @param today plain day: what is dated later is refused
 */
export function checkProvider(candidate: unknown, changes: string[], today: string): Converted {
	const first = Provider.safeParse(candidate)
	const unknown = first.error?.issues.filter((issue) => issue.code === 'unrecognized_keys') ?? []
	const result = unknown.length > 0 ? Provider.safeParse(withoutKeys(candidate, unknown)) : first
	if (!result.success) {
		return { leftOut: result.error.issues.map((issue) => describe(issue, candidate)).join('; ') }
	}
	const future = (['updatedAt', 'confirmedAt'] as const).find((field) => (result.data[field] ?? '') > today)
	return future === undefined
		? { provider: result.data, changes: [...changes, ...unknown.flatMap(({ path, keys }) => keys.map((key) => `${[...path, key].map(String).join('.')}: not a property of ours; left out`))] }
		: { leftOut: `${future}: ${result.data[future]} is in the future` }
}

/**
 * What is wrong, and with which value: whoever corrects the file searches for it.
 *
 * @param issue of zod
 * @param candidate that it is about
 */
function describe(issue: z.core.$ZodIssue, candidate: unknown): string {
	const where = issue.path.map(String).join('.')
	const value = issue.path.reduce<unknown>((inner, name) => typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined, candidate)
	if (value === undefined && where !== '') {
		return `${where}: missing`
	}
	const shown = typeof value === 'string' || typeof value === 'number' ? `: “${cutAtWord(String(value), SHOWN)}”` : ''
	return `${where === '' ? '' : `${where}: `}${issue.message}${shown}`
}

/**
 * @param value to copy
 * @param issues that name keys
 * @param path of the value
 */
function withoutKeys(value: unknown, issues: readonly z.core.$ZodIssueUnrecognizedKeys[], path: readonly PropertyKey[] = []): unknown {
	if (Array.isArray(value)) {
		return value.map((element, index) => withoutKeys(element, issues, [...path, index]))
	}
	if (typeof value !== 'object' || value === null) {
		return value
	}
	const here = new Set(issues.filter((issue) => issue.path.join() === path.join()).flatMap(({ keys }) => keys))
	return Object.fromEntries(Object.entries(value).filter(([key]) => !here.has(key)).map(([key, inner]) => [key, withoutKeys(inner, issues, [...path, key])]))
}
