/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from '../plan/action.ts'
import type { Goal, PlanDocument } from '../plan/plan-document.ts'
import type { Names, PaperContext, PlannedAction } from './context.ts'
import type { Item, Paper, Words } from './paper.ts'

import { localise } from '../language/localised-text.ts'
import { actionStatuses } from '../plan/action-status.ts'
import { toolName } from '../plan/solution-lookup.ts'
import { steps } from '../vocabulary/steps.ts'
import { euros, frameOf, imprintOf, longDay, termLabel, useLabel } from './context.ts'
import { decisionItems } from './decision-items.ts'
import { section } from './paper.ts'
import { inOrder, peopleOf } from './plan-table.ts'
import { planWords as words } from './plan-words.ts'

/** What the plan as a paper is made from. */
export interface PlanInput {
	readonly context: PaperContext
	readonly names: Names
	readonly actions: readonly PlannedAction[]
	/** What it says beside its actions, once it says something. */
	readonly plan?: PlanDocument | null | undefined
}

const inOrderOfChecklist = ({ checklist = {} }: Action) => Object.values(checklist).toSorted((a, b) => a.position - b.position)

/**
 * The plan as rows for a spreadsheet: headings, one row for each action, and who made it.
 *
 * @param input what it is made from
 */
export function planRows(input: PlanInput): (string | number)[][] {
	const { context, names } = input
	const { language } = context
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const tool = (id: string | undefined) => id === undefined || id === '' ? '' : localise(toolName(names.solutions, id), language)
	return [
		words.columns.map(say),
		...inOrder(input.actions).map((planned) => {
			const { action, ownerName } = planned
			const points = inOrderOfChecklist(action)
			return [
				action.title,
				termLabel(actionStatuses, action.status, language),
				action.reason ?? '',
				termLabel(steps, action.step, language),
				ownerName,
				action.people ?? '',
				action.startDate ?? '',
				action.dueDate ?? '',
				action.reviewDate ?? '',
				action.effort ? say(words.efforts[action.effort]) : '',
				action.cost ?? '',
				termLabel(names.questionnaire.uses, action.migration?.use, language),
				tool(action.migration?.from),
				tool(action.migration?.to),
				points.length > 0 ? say(words.ticked).replace('{done}', String(points.filter(({ done }) => done).length)).replace('{all}', String(points.length)) : '',
				action.description ?? '',
				action.risks ?? '',
				action.wayBack ?? '',
			]
		}),
		[imprintOf(context)],
	]
}

/**
 * The plan to read: the moves from tool to tool, then the actions by status, each with all that was said of it.
 *
 * @param input what it is made from
 */
export function planPaper(input: PlanInput): Paper {
	const { context, names } = input
	const { language } = context
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const actions = inOrder(input.actions)
	const tool = (id: string) => id === '' ? say(words.open) : localise(toolName(names.solutions, id), language)
	return {
		...frameOf(context, words.title),
		blocks: [
			...section(say(words.goals), { kind: 'list', items: goalsOf(input.plan).map(({ text, measure }) => ({ lead: text, text: measure ? say(words.measure).replace('{measure}', () => measure) : '' })) }),
			...section(say(words.moves), {
				kind: 'table',
				caption: say(words.movesCaption),
				columns: [{ label: say(words.use), share: 4 }, { label: say(words.from), share: 3 }, { label: say(words.to), share: 3 }, { label: say(words.status), share: 3 }],
				rows: actions.flatMap(({ action: { migration, status } }) => migration
					? [[useLabel(names, migration.use, language), tool(migration.from), tool(migration.to), termLabel(actionStatuses, status, language)]]
					: []),
			}),
			...actionStatuses.flatMap(({ id, label }) => section(say(label), {
				kind: 'list',
				items: actions.filter(({ action }) => action.status === id).map((planned) => actionItem(planned, language)),
			})),
			...section(say(words.decisions), { kind: 'list', items: decisionItems(input.plan, language) }),
			...actions.length === 0 ? [{ kind: 'paragraph' as const, text: say(words.empty) }] : [],
		],
	}
}

function goalsOf(plan: PlanInput['plan']): Goal[] {
	return Object.values(plan?.goals ?? {}).toSorted((a, b) => a.position - b.position)
}

function actionItem(planned: PlannedAction, language: 'fr' | 'en'): Item {
	const { action } = planned
	const say = (text: { fr: string, en: string }) => localise(text, language)
	const facts = [
		peopleOf(planned),
		action.startDate ? say(words.begins).replace('{day}', longDay(action.startDate, language)) : '',
		action.dueDate ? say(words.due).replace('{day}', longDay(action.dueDate, language)) : '',
		action.reviewDate ? say(words.review).replace('{day}', longDay(action.reviewDate, language)) : '',
		action.effort ? say(words.efforts[action.effort]) : '',
		action.cost === undefined ? '' : euros(action.cost, language),
		termLabel(steps, action.step, language),
	].filter((fact) => fact !== '')
	const told: [{ fr: string, en: string }, string | undefined][] = [[words.reason, action.reason], [words.risks, action.risks], [words.wayBack, action.wayBack]]
	return {
		lead: action.title,
		text: facts.length > 0 ? `(${facts.join('\u00a0; ')})` : '',
		details: [
			...action.description ? [{ text: action.description }] : [],
			...told.flatMap(([lead, text]): Words[] => text ? [{ lead: say(lead), text }] : []),
			...inOrderOfChecklist(action).map(({ text, done }) => ({ text: `${done ? '☑' : '☐'} ${text}` })),
		],
	}
}
