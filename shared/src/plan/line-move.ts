/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '../diagnosis/answers.ts'
import type { Action } from './action.ts'

import { isSettled } from './progress.ts'

/** What says which line an action moves, and how far it is. */
export type Move = Pick<Action, 'status' | 'migration'>

/**
 * The action that moves a line now: of several the last one that goes on, or the last one when all are settled. The
 * others were followed by it.
 *
 * @param line id of the line
 * @param actions of the plan, oldest first
 */
export function moverOf<Mover extends Move>(line: string, actions: readonly Mover[]): Mover | undefined {
	const movers = actions.filter(({ migration }) => migration?.line === line)
	return movers.findLast(({ status }) => !isSettled(status)) ?? movers.at(-1)
}

/**
 * Whether a line may be moved, or moved again: a tool has one move at a time, which is over once the list has followed
 * it, or once members wrote something else there.
 *
 * @param line of the inventory
 * @param actions of the plan, oldest first
 */
export function mayMove(line: Pick<InventoryLine, 'tool'> & { readonly id: string }, actions: readonly Move[]): boolean {
	const mover = moverOf(line.id, actions)
	return line.tool !== '' && (mover?.migration === undefined || isOver(mover.status, line.tool, mover.migration))
}

function isOver(status: Move['status'], tool: string, { from, to }: { readonly from: string, readonly to: string }): boolean {
	switch (status) {
		case 'done': return tool === to || tool !== from
		case 'rolled-back': return tool === from || tool !== to
		default: return false
	}
}
