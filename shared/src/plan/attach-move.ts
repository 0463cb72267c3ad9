/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Action } from './action.ts'

import { actionStatusOf, withStatus } from './action-status.ts'

/**
 * An action that exists as the move of a tool. From then on both have one status: the action's, unless it is only an
 * idea yet and the line says already how far the change is.
 *
 * @param action made by hand
 * @param line the tool that it moves
 */
export function asMove(action: Action, line: IdentifiedInventoryLine): Action {
	const status = action.status === 'idea' && line.status !== undefined ? actionStatusOf(line.status) ?? action.status : action.status
	return { ...withStatus(action, status), migration: { line: line.id, use: line.use, from: line.tool, to: '' } }
}

/**
 * The tools that no action moves: a tool has one move at a time.
 *
 * @param lines of the inventory
 * @param actions of the plan
 */
export function unmovedLines<Line extends IdentifiedInventoryLine>(lines: readonly Line[], actions: readonly Pick<Action, 'migration'>[]): Line[] {
	const moved = new Set(actions.map(({ migration }) => migration?.line))
	return lines.filter(({ id, tool }) => tool !== '' && !moved.has(id))
}
