/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '../language/localised-text.ts'
import type { ActionStatus } from '../plan/action-status.ts'
import type { PlanDocument } from '../plan/plan-document.ts'
import type { PlannedAction } from './context.ts'
import type { Item } from './paper.ts'

import { localise } from '../language/localised-text.ts'
import { actionStatuses } from '../plan/action-status.ts'
import { longDay, termLabel } from './context.ts'

const again = { fr: ', à revoir le {day}', en: ', to look at again on {day}' }
const colon = { fr: '\u00a0:', en: ':' }

/**
 * What bodies decided, newest first: the day and the body, then the text and how people voted. One without words says
 * nothing yet.
 *
 * @param plan the plan's own document, if there is one
 * @param language the reader's language
 */
export function decisionItems(plan: Pick<PlanDocument, 'decisions'> | null | undefined, language: Language): Item[] {
	return Object.values(plan?.decisions ?? {})
		.filter(({ text }) => text.trim() !== '')
		.toSorted((a, b) => b.date.localeCompare(a.date))
		.map(({ date, body, text, votes }) => ({
			lead: `${[longDay(date, language), body].filter(Boolean).join(', ')}${colon[language]}`,
			text: votes ? `${text} (${votes})` : text,
		}))
}

/** Nothing is planned of these any more: what was chosen is a decision. */
const chosen: readonly ActionStatus[] = ['kept', 'rolled-back']

/**
 * What the association chose about an action instead of going on with it: to keep a tool, or to go back. With the day on
 * which it is looked at again, and why.
 *
 * @param actions of the plan
 * @param language the reader's language
 */
export function choiceItems(actions: readonly Pick<PlannedAction, 'action'>[], language: Language): Item[] {
	return actions.flatMap(({ action: { title, status, reviewDate, reason } }) => chosen.includes(status)
		? [{ lead: `${title}${colon[language]}`, text: [`${termLabel(actionStatuses, status, language)}${reviewDate ? localise(again, language).replace('{day}', longDay(reviewDate, language)) : ''}.`, reason].filter(Boolean).join(' ') }]
		: [])
}
