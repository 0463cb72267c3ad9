/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from './action.ts'

import { daysOf } from './agenda.ts'

/** An action on the timeline; places are shares of its width, from 0 to 1. */
export interface TimelineBar<Entry> {
	readonly entry: Entry
	/** ISO days; equal when only one is known. */
	readonly start: string
	readonly end: string
	readonly left: number
	readonly width: number
	/** Where it is looked at again; null for never. */
	readonly review: number | null
	/** Whether it has no other day than that. */
	readonly isReview: boolean
}

/** Months from the first to the last day of a plan, and the actions that have a day. */
export interface Timeline<Entry> {
	/** The first day of each month, ISO, with the place where it begins. */
	readonly months: readonly { readonly day: string, readonly left: number }[]
	/** Where today is; always inside. */
	readonly today: number
	/** The earliest first. */
	readonly bars: readonly TimelineBar<Entry>[]
	/** Actions that have no day. */
	readonly undated: readonly Entry[]
}

const dayLength = 86_400_000
/** Months that a plan reaches back and ahead at most: a slip in a year would make thousands. */
const farthest = 120
const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10)
const monthStart = (day: string, later = 0) => isoDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + later, 1))

/**
 * Places actions on a line of whole months that holds today and every day of the plan, three months at least. An action
 * runs from its start to its due day; a watched or kept one has its day of review, on which it stands when it has no other.
 * Days farther away than ten years stand at the edge.
 *
 * @param entries what has an action
 * @param actionOf the action of an entry
 * @param today ISO day
 */
export function timelineOf<Entry>(entries: readonly Entry[], actionOf: (entry: Entry) => Pick<Action, 'status' | 'startDate' | 'dueDate' | 'reviewDate'>, today: string): Timeline<Entry> {
	const dated = entries.flatMap((entry) => {
		const all = daysOf(actionOf(entry))
		const review = all.find(({ kind }) => kind === 'review')?.day
		// Typed the wrong way round it is still the same time.
		const span = all.flatMap(({ kind, day }) => kind === 'review' ? [] : [day]).sort()
		const [start, end] = [span[0] ?? review, span.at(-1) ?? review]
		return start === undefined || end === undefined ? [] : [{ entry, start, end, reviewDay: review, isReview: span.length === 0 }]
	})
	const [lowest, highest] = [monthStart(today, -farthest), monthStart(today, farthest)]
	const inside = (day: string) => day < lowest ? lowest : day > highest ? highest : day
	const days = [today, ...dated.flatMap(({ start, end, reviewDay }) => [start, end, reviewDay ?? end])].map(inside).sort()
	const first = monthStart(days[0]!)
	const end = [monthStart(days.at(-1)!, 1), monthStart(first, 3)].sort()[1]!
	const [from, length] = [time(first), time(end) - time(first)]
	const place = (day: string) => (time(inside(day)) - from) / length
	const months: { day: string, left: number }[] = []
	for (let day = first; day < end; day = monthStart(day, 1)) {
		months.push({ day, left: place(day) })
	}
	return {
		months,
		today: place(today),
		bars: dated
			.map(({ reviewDay, ...bar }) => ({ ...bar, left: place(bar.start), width: place(bar.end) - place(bar.start) + dayLength / length, review: reviewDay === undefined ? null : place(reviewDay) }))
			.sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end)),
		undated: entries.filter((entry) => !dated.some((bar) => bar.entry === entry)),
	}
}
