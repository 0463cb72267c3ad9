/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Action } from './action.ts'
import type { InventoryDocument } from './inventory-document.ts'

import { diagnosisLimits } from '../diagnosis/diagnosis-limits.ts'
import { lineStatusOf } from './action-status.ts'
import { moverOf } from './line-move.ts'

/** The living inventory of an organisation that has said nothing of its tools yet. */
export const emptyInventory: InventoryDocument = { schemaVersion: 1, lines: {} }

/**
 * Whether a list of tools has no room for one more.
 *
 * @param lines of the inventory
 */
export function isFull(lines: readonly unknown[]): boolean {
	return lines.length >= diagnosisLimits.inventoryLines
}

/**
 * The lines at which nobody has looked since a day: a list of tools goes out of date without anybody writing in it.
 *
 * @param lines as they are stored
 * @param since day from which on a look counts, ISO 8601
 * @param noted day that counts for lines which were noted before looks were
 */
export function linesToLookAt<Line extends { readonly looked?: string | undefined }>(lines: readonly Line[], since: string, noted: string): (Line & { looked: string })[] {
	return lines.map((line) => ({ ...line, looked: line.looked ?? noted })).filter(({ looked }) => looked < since)
}

/**
 * The lines of the inventory with the status that the actions which move them give: a line and its action say one thing.
 *
 * @param lines as they are stored
 * @param actions of the plan, oldest first
 */
export function linesInPlan(lines: readonly IdentifiedInventoryLine[], actions: readonly Pick<Action, 'status' | 'before' | 'migration'>[]): IdentifiedInventoryLine[] {
	return lines.map((line) => {
		const mover = moverOf(line.id, actions)
		return { ...line, ...(mover ? { status: lineStatusOf(mover) } : {}) }
	})
}
