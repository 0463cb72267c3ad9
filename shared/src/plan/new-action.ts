/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Questionnaire } from '../diagnosis/questionnaire.ts'
import type { Language, LocalisedText } from '../language/localised-text.ts'
import type { ActionStatus } from './action-status.ts'
import type { Action, ChecklistItem } from './action.ts'
import type { Solutions } from './solution.ts'

import { localise } from '../language/localised-text.ts'
import { actionLimits, actionSchemaVersion } from './action-limits.ts'
import { nextStatusOf } from './action-status.ts'
import { alternativesTo, findTool, toolName } from './solution-lookup.ts'

/** What names the parts of an action, and in which language it is written. */
export interface PlanWords {
	readonly questionnaire: Pick<Questionnaire, 'uses'>
	readonly solutions: Solutions
	readonly language: Language
}

/** Decided at once: there is nothing to do before they are true. */
const decisions: readonly (string | undefined)[] = ['watching', 'kept'] satisfies ActionStatus[]

/**
 * An action of which only the name is known.
 *
 * @param title what is to be done
 * @param status where it stands
 */
export function newAction(title: string, status: ActionStatus = 'idea'): Action {
	return { schemaVersion: actionSchemaVersion, title: title.slice(0, actionLimits.title), status, checklist: {} }
}

/**
 * Sentences as points to tick off.
 *
 * @param points in order
 * @param language of the readers
 */
export function newChecklist(points: readonly LocalisedText[], language: Language): Record<string, ChecklistItem> {
	return Object.fromEntries(points.slice(0, actionLimits.checklist).map((point, at) => [`step-${at + 1}`, { text: point[language].slice(0, actionLimits.title), done: false, position: at + 1 }]))
}

/**
 * The move of one tool of the inventory to another one, with what the catalogue knows about it.
 *
 * @param line the tool in use
 * @param to id of the solution that takes its place; empty while it is undecided
 * @param words names and language
 */
export function newMove(line: IdentifiedInventoryLine, to: string, words: PlanWords): Action {
	const { questionnaire, solutions, language } = words
	const alternative = alternativesTo(solutions, line.tool, line.use).find(({ solution }) => solution.id === to)
	const [from, target] = [line.tool, to].map((id) => localise(toolName(solutions, id), language))
	const use = questionnaire.uses.find(({ id }) => id === line.use)
	const known = [findTool(solutions, line.tool), findTool(solutions, to)].flatMap((one) => one ? [one] : [])
	const risks = known.flatMap((one) => [...'caution' in one && one.caution ? [one.caution] : [], ...'limits' in one && one.limits ? [one.limits] : []])
	return {
		...newAction(titleOf(use ? use.label[language] : '', from!, target!, language), startOf(line, alternative?.replacement.suggestStatus)),
		step: 'tool-choice',
		...alternative ? { effort: effortOf(alternative.replacement.difficulty), description: alternative.replacement.notes[language] } : {},
		...risks.length > 0 ? { risks: risks.map((risk) => risk[language]).join('\n') } : {},
		migration: { line: line.id, use: line.use, from: line.tool, to },
	}
}

/**
 * Where a move begins: where the line stands already, or with what is decided at once; planned for everything else.
 *
 * @param line the tool in use
 * @param suggested id of the status that the catalogue or a rule suggests
 */
export function startOf(line: Pick<IdentifiedInventoryLine, 'status'> | undefined, suggested: string | undefined): ActionStatus {
	const now = line?.status === 'not-planned' ? undefined : nextStatusOf(line?.status)
	return now ?? (decisions.includes(suggested) ? suggested as ActionStatus : 'planned')
}

/**
 * @param difficulty of the catalogue, from 1, an evening, to 5, a project in itself
 */
function effortOf(difficulty: number): 's' | 'm' | 'l' {
	if (difficulty === 1) {
		return 's'
	}
	return difficulty <= 3 ? 'm' : 'l'
}

function titleOf(use: string, from: string, to: string, language: Language): string {
	// An arrow, since no preposition goes with every name.
	const what = to === '' ? { fr: `remplacer ${from}`, en: `replace ${from}` }[language] : `${from} → ${to}`
	if (use === '') {
		return what.charAt(0).toUpperCase() + what.slice(1)
	}
	return language === 'fr' ? `${use}\u00A0: ${what}` : `${use}: ${what}`
}
