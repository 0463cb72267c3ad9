/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Action } from './action.ts'

import { nextStatusOf, withStatus } from './action-status.ts'

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
