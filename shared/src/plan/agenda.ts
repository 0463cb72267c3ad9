/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from './action.ts'

import { isSettled, wantsReview } from './progress.ts'

/** What an action has a day for. */
export type DayKind = 'start' | 'due' | 'review'

/** A day of an action. */
export interface AgendaDay<Entry> {
	readonly entry: Entry
	/** ISO day. */
	readonly day: string
	readonly kind: DayKind
}

/** The days of a plan one after the other, as a narrow screen shows them. */
export interface Agenda<Entry> {
	/** Before today, and still waiting for somebody: due days of open actions, reviews. The earliest first. */
	readonly waiting: readonly AgendaDay<Entry>[]
	/** From today on, month by month; `month` is its first day. Months without a day are left out. */
	readonly months: readonly { readonly month: string, readonly days: readonly AgendaDay<Entry>[] }[]
	/** Every other day before today, the latest first. */
	readonly past: readonly AgendaDay<Entry>[]
	/** What has no day. */
	readonly undated: readonly Entry[]
}

type Dated = Pick<Action, 'status' | 'startDate' | 'dueDate' | 'reviewDate'>

/**
 * The days of an action: start and due day, of which one is enough where they are the same, and the day of review while
 * its status has one, or where it goes on and has no other day. One that was settled since is not looked at again.
 *
 * @param action of the plan
 */
export function daysOf(action: Dated): readonly { readonly day: string, readonly kind: DayKind }[] {
	const { status, startDate, dueDate, reviewDate } = action
	const isReviewed = wantsReview(status) || (!isSettled(status) && (startDate ?? dueDate) === undefined)
	const days = [['start', startDate === dueDate ? undefined : startDate], ['due', dueDate], ['review', isReviewed ? reviewDate : undefined]] as const
	return days.flatMap(([kind, day]) => day === undefined ? [] : [{ kind, day }])
}

/**
 * The days of a plan, seen from today.
 *
 * @param entries what has an action
 * @param actionOf the action of an entry
 * @param today ISO day
 */
export function agendaOf<Entry>(entries: readonly Entry[], actionOf: (entry: Entry) => Dated, today: string): Agenda<Entry> {
	const days = entries
		.flatMap((entry) => daysOf(actionOf(entry)).map((one) => ({ entry, ...one })))
		.sort((a, b) => a.day.localeCompare(b.day))
	const [before, ahead] = [days.filter(({ day }) => day < today), days.filter(({ day }) => day >= today)]
	const isWaiting = ({ entry, kind }: AgendaDay<Entry>) => kind === 'review' || (kind === 'due' && !isSettled(actionOf(entry).status))
	const months = [...new Set(ahead.map(({ day }) => day.slice(0, 7)))]
	return {
		waiting: before.filter(isWaiting),
		months: months.map((month) => ({ month: `${month}-01`, days: ahead.filter(({ day }) => day.startsWith(month)) })),
		past: before.filter((one) => !isWaiting(one)).reverse(),
		undated: entries.filter((entry) => daysOf(actionOf(entry)).length === 0),
	}
}
