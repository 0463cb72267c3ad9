/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Questionnaire } from '@emancipasso/shared/diagnosis/questionnaire'
import type { Action } from '@emancipasso/shared/plan/action'
import type { Solutions } from '@emancipasso/shared/plan/solution'
import type { ActionChange, ToldField } from './action-history.ts'

import { actionStatuses } from '@emancipasso/shared/plan/action-status'
import { toolName } from '@emancipasso/shared/plan/solution-lookup'
import { day } from '../dates.ts'
import { inOurLanguage, t } from '../l10n.ts'
import { euros } from '../numbers.ts'

/** What names the parts of an action. */
export interface ActionNames {
	readonly questionnaire: Pick<Questionnaire, 'steps' | 'uses'>
	readonly solutions: Pick<Solutions, 'tools' | 'solutions'>
}

/**
 * How an action is called, also one that nobody gave a name yet.
 *
 * @param action of the plan
 */
export function actionTitle(action: Pick<Action, 'title'>): string {
	return action.title.trim() || t('Action without a name')
}

/**
 * A status in words.
 *
 * @param status id of a status
 */
export function actionStatusWord(status: string): string {
	const known = actionStatuses.find(({ id }) => id === status)
	return known ? inOurLanguage(known.label) : status
}

/**
 * How much work an action is, in words.
 *
 * @param effort s, m or l
 */
export function effortWord(effort: NonNullable<Action['effort']>): string {
	return { s: t('Small effort'), m: t('Medium effort'), l: t('Large effort') }[effort]
}

/**
 * How a field of an action is called.
 *
 * @param field of the action
 */
export function actionFieldName(field: ToldField): string {
	const names: Record<ToldField, string> = {
		title: t('Name'),
		status: t('Status'),
		reason: t('Reason'),
		reviewDate: t('Day of review'),
		step: t('Step'),
		startDate: t('Start'),
		dueDate: t('Due day'),
		effort: t('Effort'),
		cost: t('Cost'),
		people: t('People'),
		description: t('Description'),
		risks: t('Risks'),
		wayBack: t('Way back'),
		use: t('Use'),
		from: t('From'),
		to: t('To'),
	}
	return names[field]
}

/**
 * A value of a field, in words.
 *
 * @param field of the action
 * @param value what is there; undefined for nothing
 * @param names steps, uses and tools
 */
export function fieldValueWord(field: ToldField, value: unknown, names: ActionNames): string {
	if (value === undefined || value === null || value === '') {
		return t('(nothing)')
	}
	const text = typeof value === 'string' ? value : ''
	const labelOf = (terms: readonly { id: string, label: { fr: string, en: string } }[]) => inOurLanguage(terms.find(({ id }) => id === text)?.label ?? text)
	switch (field) {
		case 'status': return actionStatusWord(text)
		case 'step': return labelOf(names.questionnaire.steps)
		case 'use': return labelOf(names.questionnaire.uses)
		case 'from':
		case 'to': return inOurLanguage(toolName(names.solutions, text))
		case 'startDate':
		case 'dueDate':
		case 'reviewDate': return day(text)
		case 'effort': return effortWord(text as NonNullable<Action['effort']>)
		case 'cost': return typeof value === 'number' ? euros(value) : t('(nothing)')
		default: return text
	}
}

/** Fields whose text is too long to say from what to what. */
const long: readonly ToldField[] = ['reason', 'description', 'risks', 'wayBack']

/**
 * One change of an action as a sentence.
 *
 * @param change what a save changed
 * @param names steps, uses and tools
 */
export function changeWords(change: ActionChange, names: ActionNames): string {
	switch (change.kind) {
		case 'created': return t('Added to the plan')
		case 'owner': return t('Who takes care of it was changed')
		case 'ticked': return t('Ticked off: {text}', { text: change.text })
		case 'unticked': return t('Open again: {text}', { text: change.text })
		case 'added': return t('New point: {text}', { text: change.text })
		case 'removed': return t('Point removed: {text}', { text: change.text })
		case 'reworded': return t('Point reworded: {text}', { text: change.text })
		case 'field': {
			const field = actionFieldName(change.field)
			if (long.includes(change.field)) {
				return change.to === undefined ? t('{field}: taken away', { field }) : t('{field}: rewritten', { field })
			}
			const to = fieldValueWord(change.field, change.to, names)
			return change.known
				? t('{field}: from “{from}” to “{to}”', { field, from: fieldValueWord(change.field, change.from, names), to })
				: t('{field}: now “{to}”', { field, to })
		}
	}
}
