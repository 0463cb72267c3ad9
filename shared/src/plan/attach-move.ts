/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Action } from './action.ts'

import { nextStatusOf, withStatus } from './action-status.ts'
import { hasArrived } from './follow-move.ts'

/**
 * An action that exists as the move of a tool. From then on both have one status: the action's, unless it is only an
 * idea yet and the line says already how far the change is.
 *
 * @param action made by hand
 * @param line the tool that it moves
 */
export function asMove(action: Action, line: IdentifiedInventoryLine): Action {
	const status = action.status === 'idea' ? nextStatusOf(line.status) ?? action.status : action.status
	return { ...withStatus(action, status), migration: { line: line.id, use: line.use, from: line.tool, to: '' } }
}

/**
 * The tools that no action moves: a tool has one move at a time. One that a finished move has brought may go on.
 *
 * @param lines of the inventory
 * @param actions of the plan
 */
export function unmovedLines<Line extends IdentifiedInventoryLine>(lines: readonly Line[], actions: readonly Pick<Action, 'status' | 'migration'>[]): Line[] {
	return lines.filter((line) => line.tool !== '' && !actions.some((action) => action.migration?.line === line.id && !hasArrived(action, line)))
}
