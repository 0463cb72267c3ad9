/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { ActionStatus } from '../plan/action-status.ts'
import type { PlannedAction } from './context.ts'
import type { Block } from './paper.ts'

import { localise } from '../language/localised-text.ts'
import { actionStatuses } from '../plan/action-status.ts'
import { wantsReview } from '../plan/progress.ts'
import { longDay, termLabel } from './context.ts'

/** Nothing more is to be done of these; a review may come. */
const ended: readonly ActionStatus[] = ['done', 'kept', 'rolled-back']

const words = {
	action: { fr: 'Action', en: 'Action' },
	who: { fr: 'Qui', en: 'Who' },
	due: { fr: 'Échéance', en: 'Due' },
	status: { fr: 'État', en: 'Status' },
	review: { fr: 'à revoir le {day}', en: 'review on {day}' },
	nobody: { fr: 'personne pour l’instant', en: 'nobody yet' },
	none: { fr: 'pas fixée', en: 'not set' },
}

/** What is watched or kept has no due day any more; what was rolled back has, when nobody looks at it again. */
const withoutDueDay: readonly ActionStatus[] = ['watching', 'kept']

/**
 * The day on which an action that has ended is looked at again.
 *
 * @param planned an action
 */
export function reviewOf(planned: Pick<PlannedAction, 'action'>): string | undefined {
	const { action } = planned
	return wantsReview(action.status) ? action.reviewDate : undefined
}

/**
 * The day on which an action asks for attention: that of its review, or its due day.
 *
 * @param planned an action
 */
export function dayOf(planned: Pick<PlannedAction, 'action'>): string | undefined {
	const { action } = planned
	return reviewOf(planned) ?? (withoutDueDay.includes(action.status) ? undefined : action.dueDate)
}

/**
 * The actions that are not ended, the nearest day first, those without a day last.
 *
 * @param actions of the plan
 */
export function nextActions(actions: readonly PlannedAction[]): PlannedAction[] {
	return inOrder(actions.filter(({ action }) => !ended.includes(action.status)))
}

/**
 * Actions by day, then by title, those without a day last.
 *
 * @param actions of the plan
 */
export function inOrder(actions: readonly PlannedAction[]): PlannedAction[] {
	const key = (planned: PlannedAction) => `${dayOf(planned) ?? '9999'} ${planned.action.title} ${planned.id}`
	return actions.toSorted((a, b) => key(a) < key(b) ? -1 : 1)
}

/**
 * Who takes care of an action: its owner, then those who take part.
 *
 * @param planned an action
 */
export function peopleOf(planned: PlannedAction): string {
	return [planned.ownerName, planned.action.people ?? ''].filter((name) => name !== '').join(', ')
}

/**
 * Actions as a table that fits on a page.
 *
 * @param actions in the order of the rows
 * @param language the reader's language
 * @param caption of the table
 */
export function actionTable(actions: readonly PlannedAction[], language: Language, caption: string): Block {
	const say = (text: { fr: string, en: string }) => localise(text, language)
	return {
		kind: 'table',
		caption,
		columns: [{ label: say(words.action), share: 5 }, { label: say(words.who), share: 3 }, { label: say(words.due), share: 2.5 }, { label: say(words.status), share: 2.5 }],
		rows: actions.map((planned) => {
			const { action } = planned
			const review = reviewOf(planned)
			const day = action.dueDate ? longDay(action.dueDate, language) : say(words.none)
			return [action.title, peopleOf(planned) || say(words.nobody), review ? say(words.review).replace('{day}', longDay(review, language)) : day, termLabel(actionStatuses, action.status, language)]
		}),
	}
}
