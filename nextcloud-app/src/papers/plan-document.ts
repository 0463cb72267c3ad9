/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What papers take from the plan's own document: when it is looked at, and what was decided. */
export interface PlanFacts {
	readonly meetings: readonly { id: string, date: string, title: string }[]
	/** Newest first. */
	readonly decisions: readonly { date: string, body?: string, text: string }[]
}

/**
 * Reads meetings and decisions from the plan's document. Whatever is not there or has no day is left out.
 *
 * @param document of kind `plan`; `null` when there is none
 * @param meeting what a meeting without a name is called
 */
export function planFacts(document: Readonly<Record<string, unknown>> | null, meeting: string): PlanFacts {
	const meetings = entries(document?.meetings).flatMap(([id, one]) => isDay(one.date) ? [{ id, date: one.date, title: textOf(one.title) ?? meeting }] : [])
	const decisions = entries(document?.decisions).flatMap(([, one]) => {
		const text = textOf(one.text)
		const body = textOf(one.body)
		return isDay(one.date) && text ? [{ date: one.date, text, ...body ? { body } : {} }] : []
	})
	return { meetings, decisions: decisions.sort((a, b) => b.date.localeCompare(a.date)) }
}

function entries(map: unknown): [string, Record<string, unknown>][] {
	return Object.entries(typeof map === 'object' && map !== null ? map : {})
		.filter((entry): entry is [string, Record<string, unknown>] => typeof entry[1] === 'object' && entry[1] !== null)
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
