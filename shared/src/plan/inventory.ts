/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '../diagnosis/diagnosis-document.ts'
import type { Action } from './action.ts'
import type { InventoryDocument } from './inventory-document.ts'

import { lineStatusOf } from './action-status.ts'

/** The living inventory of an organisation that has said nothing of its tools yet. */
export const emptyInventory: InventoryDocument = { schemaVersion: 1, lines: {} }

/**
 * The lines of the inventory with the status that the actions which move them give: a line and its action say one thing.
 *
 * @param lines as they are stored
 * @param actions of the plan; of several for one line the last one counts
 */
export function linesInPlan(lines: readonly IdentifiedInventoryLine[], actions: readonly Pick<Action, 'status' | 'before' | 'migration'>[]): IdentifiedInventoryLine[] {
	const moved = new Map(actions.flatMap((action) => action.migration ? [[action.migration.line, lineStatusOf(action)]] : []))
	return lines.map((line) => ({ ...line, ...(moved.has(line.id) ? { status: moved.get(line.id)! } : {}) }))
}
