/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ActionStatus } from '../plan/action-status.ts'
import type { PaperContext, PlannedAction } from './context.ts'
import type { IcsComponent, IcsProperty } from './format/ics.ts'

import { localise } from '../language/localised-text.ts'
import { actionStatuses } from '../plan/action-status.ts'
import { imprintOf, termLabel } from './context.ts'
import { dayAfter, icsDay, icsInstant, icsText, renderIcs } from './format/ics.ts'
import { dayOf, inOrder, peopleOf, reviewOf } from './plan-table.ts'

/** Tasks for programs that know them, with a status; or events of a whole day, which every calendar shows. */
export type CalendarAs = 'tasks' | 'events'

/** A meeting at which the plan is looked at. */
export interface PlanMeeting {
	readonly id: string
	/** ISO day. */
	readonly date: string
	readonly title: string
}

const words = {
	name: { fr: 'Plan numérique\u00a0: {organisation}', en: 'Digital plan: {organisation}' },
	review: { fr: 'À revoir\u00a0: {title}', en: 'Review: {title}' },
	who: { fr: 'Qui\u00a0: {people}', en: 'Who: {people}' },
	state: { fr: 'État le jour de l’export\u00a0: {status}', en: 'Status on the day of the export: {status}' },
}

/** What a program for tasks knows of each status; where a day of review comes, that is what is to be done. */
const taskStatuses: Record<ActionStatus, 'NEEDS-ACTION' | 'IN-PROCESS' | 'COMPLETED' | 'CANCELLED'> = {
	idea: 'NEEDS-ACTION',
	planned: 'NEEDS-ACTION',
	testing: 'IN-PROCESS',
	partial: 'IN-PROCESS',
	finalising: 'IN-PROCESS',
	done: 'COMPLETED',
	coexisting: 'IN-PROCESS',
	watching: 'NEEDS-ACTION',
	kept: 'NEEDS-ACTION',
	'rolled-back': 'CANCELLED',
	blocked: 'NEEDS-ACTION',
}

/**
 * The days of the plan as a calendar file: due days of actions, days on which what is watched or kept is looked at again,
 * and meetings. Each has an id that stays, so that importing the file again changes what is there instead of doubling it.
 *
 * @param context of the paper
 * @param actions of the plan; those without a day are left out
 * @param as tasks or events
 * @param meetings of the plan
 */
export function planCalendar(context: PaperContext, actions: readonly PlannedAction[], as: CalendarAs, meetings: readonly PlanMeeting[] = []): string {
	const { language, organisation } = context
	return renderIcs([
		['PRODID', `-//Emancip'Asso//${icsText(context.appVersion)}//${language.toUpperCase()}`],
		['CALSCALE', 'GREGORIAN'],
		['X-WR-CALNAME', icsText(localise(words.name, language).replace('{organisation}', () => organisation))],
		['X-WR-CALDESC', icsText(imprintOf(context))],
	], [
		...inOrder(actions).flatMap((planned) => dayOf(planned) === undefined ? [] : [entry(context, planned, dayOf(planned)!, as)]),
		...meetings.map(({ id, date, title }): IcsComponent => ({ name: 'VEVENT', properties: [
			['UID', `${id}-meeting@emancipasso`],
			['DTSTAMP', icsInstant(`${context.date}T00:00:00Z`)],
			['SUMMARY', icsText(title)],
			...wholeDay(date),
		] })),
	])
}

function entry(context: PaperContext, planned: PlannedAction, day: string, as: CalendarAs): IcsComponent {
	const { language } = context
	const { action, id, revision, updatedAt } = planned
	const isReview = reviewOf(planned) !== undefined
	const people = peopleOf(planned)
	const description = [
		action.description,
		people && localise(words.who, language).replace('{people}', () => people),
		as === 'events' && localise(words.state, language).replace('{status}', termLabel(actionStatuses, action.status, language)),
	].filter(Boolean).join('\n')
	return {
		name: as === 'tasks' ? 'VTODO' : 'VEVENT',
		properties: [
			['UID', `${id}@emancipasso`],
			['DTSTAMP', icsInstant(updatedAt)],
			['LAST-MODIFIED', icsInstant(updatedAt)],
			['SEQUENCE', String(revision)],
			['SUMMARY', icsText(isReview ? localise(words.review, language).replace('{title}', () => action.title) : action.title)],
			...description === '' ? [] : [['DESCRIPTION', icsText(description)] satisfies IcsProperty],
			...as === 'events' ? event(planned, day) : task(planned, day),
		],
	}
}

function event(planned: PlannedAction, day: string): IcsProperty[] {
	const isCancelled = reviewOf(planned) === undefined && taskStatuses[planned.action.status] === 'CANCELLED'
	return [...wholeDay(day), ...isCancelled ? [['STATUS', 'CANCELLED'] satisfies IcsProperty] : []]
}

function wholeDay(day: string): IcsProperty[] {
	// A day in a diary is no time at which nobody can be reached.
	return [['DTSTART;VALUE=DATE', icsDay(day)], ['DTEND;VALUE=DATE', icsDay(dayAfter(day))], ['TRANSP', 'TRANSPARENT']]
}

function task(planned: PlannedAction, day: string): IcsProperty[] {
	const { action, updatedAt } = planned
	const status = reviewOf(planned) === undefined ? taskStatuses[action.status] : 'NEEDS-ACTION'
	// A task must begin before it is due.
	const start: IcsProperty[] = action.startDate && action.startDate < day ? [['DTSTART;VALUE=DATE', icsDay(action.startDate)]] : []
	return [...start, ['DUE;VALUE=DATE', icsDay(day)], ['STATUS', status], ...status === 'COMPLETED' ? [['COMPLETED', icsInstant(updatedAt)] satisfies IcsProperty] : []]
}
