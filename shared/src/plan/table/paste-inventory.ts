/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InventoryLine } from '../../diagnosis/answers.ts'
import type { InventoryField } from '../../diagnosis/questionnaire.ts'
import type { Column } from './columns.ts'
import type { FieldId, TableNames } from './field-value.ts'
import type { TableRow } from './read-table.ts'

import { diagnosisLimits } from '../../diagnosis/diagnosis-limits.ts'
import { onlyUseOf } from '../solution-lookup.ts'
import { columnsOf } from './columns.ts'
import { fieldValue } from './field-value.ts'
import { readTable } from './read-table.ts'

/** Something of a row to tell whoever pasted it. */
export type PasteRemark
	/** Nothing says which tool it is. */
	= | { readonly kind: 'no-tool' }
		/** The inventory has this tool for this use, or an earlier row does. */
		| { readonly kind: 'known' }
		/** More tools than an inventory takes. */
		| { readonly kind: 'too-many' }
		/** A cell that says nothing which its column knows. */
		| { readonly kind: 'not-understood', readonly field: FieldId, readonly text: string }
		/** A text that is longer than its field takes; the beginning is kept. */
		| { readonly kind: 'shortened', readonly field: FieldId }
		/** The use was not said; the catalogue knows one for this tool. */
		| { readonly kind: 'use-from-tool' }

/** One row of what was pasted: every one that holds anything is here, whether it can be added or not. */
export interface PastedRow extends TableRow {
	/** Null when it cannot be added; a remark says why. */
	readonly line: InventoryLine | null
	readonly remarks: readonly PasteRemark[]
}

/** What was understood of a pasted table. */
export interface PastedInventory {
	readonly columns: readonly Column[]
	/** Whether its first row was titles. */
	readonly headed: boolean
	readonly rows: readonly PastedRow[]
}

/**
 * Reads a table of tools, with French or English titles or without. Nothing is left out in silence: a row that cannot be
 * added says why, and so does a cell that was not understood.
 *
 * @param text copied from a spreadsheet, or CSV
 * @param present lines that the inventory has
 * @param names of tools, uses and options
 */
export function pasteInventory(text: string, present: readonly Pick<InventoryLine, 'use' | 'tool'>[], names: TableNames): PastedInventory {
	const all = readTable(text)
	if (all.length === 0) {
		return { columns: [], headed: false, rows: [] }
	}
	const { columns, headed } = columnsOf(all, names)
	const key = ({ use, tool }: Pick<InventoryLine, 'use' | 'tool'>) => `${use} ${tool.toLowerCase()}`
	const taken = new Set(present.map(key))
	let room = diagnosisLimits.inventoryLines - present.length
	const rows = all.slice(headed ? 1 : 0).map((row): PastedRow => {
		const { line, remarks } = readRow(row, columns, names)
		const refusal = line === null ? null : taken.has(key(line)) ? 'known' : room <= 0 ? 'too-many' : null
		if (line === null || refusal !== null) {
			return { ...row, line: null, remarks: refusal === null ? remarks : [{ kind: refusal }] }
		}
		taken.add(key(line))
		room--
		return { ...row, line, remarks }
	})
	return { columns, headed, rows }
}

function readRow(row: TableRow, columns: readonly Column[], names: TableNames): { line: InventoryLine | null, remarks: PasteRemark[] } {
	const remarks: PasteRemark[] = []
	const parts: Partial<Record<FieldId, unknown>> = {}
	for (const [at, { field: id }] of columns.entries()) {
		const text = plain(row.cells[at] ?? '')
		const field = names.questionnaire.inventoryItem.fields.find((one) => one.id === id)
		if (text === '' || !field) {
			continue
		}
		const value = fieldValue(field, text, names)
		if (value === undefined) {
			remarks.push({ kind: 'not-understood', field: field.id as FieldId, text })
		} else {
			parts[field.id as FieldId] = value
			remarks.push(...isShortened(field, text, value) ? [{ kind: 'shortened', field: field.id as FieldId } as const] : [])
		}
	}
	if (typeof parts.tool !== 'string') {
		return { line: null, remarks: [{ kind: 'no-tool' }] }
	}
	const use = onlyUseOf(names.solutions, parts.tool)
	if (parts.use === undefined && use !== undefined) {
		parts.use = use
		remarks.push({ kind: 'use-from-tool' })
	}
	return { line: { use: '', ...parts } as InventoryLine, remarks }
}

function isShortened(field: InventoryField, text: string, value: unknown): boolean {
	return (field.type === 'text' || field.type === 'tool-or-text') && typeof value === 'string' && value.length < text.length && text.startsWith(value)
}

/**
 * A cell without the apostrophe that an export puts before what a spreadsheet would take for a formula.
 *
 * @param cell of the table
 */
function plain(cell: string): string {
	return cell.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, '')
}
