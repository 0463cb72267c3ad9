/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IdentifiedInventoryLine } from '@emancipasso/shared/diagnosis/diagnosis-document'
import type { ChangedLines } from '@emancipasso/shared/plan/follow-move'
import type { Ref } from 'vue'

import { nextTick, ref, shallowRef } from 'vue'

/** Of these a line has some even when nobody wrote in it. */
const always: readonly string[] = ['id', 'tool', 'use', 'position', 'looked']

/**
 * The line of the inventory that is being written, one at a time, the one that was taken off last, and where the focus
 * goes when that changes. Each line stands in an element `ea-line-<id>`, the one that was taken off too, with a button
 * `.ea-bring-back`; the button that adds one is `ea-add-tool`.
 *
 * @param inventory that has the lines
 * @param inventory.lines as they are shown
 * @param inventory.addLine adds an empty one and tells its id
 * @param inventory.removeLine removes one, and tells what brings it back
 * @param inventory.putLines brings it back
 */
export function useOpenLine(inventory: { lines: Readonly<Ref<readonly IdentifiedInventoryLine[]>>, addLine(): string, removeLine(id: string): ChangedLines, putLines(lines: ChangedLines): void }) {
	/** Its id; null while all are closed. */
	const open = ref<string | null>(null)
	/** The line that was taken off last, with all that was said of it; null for none, or an empty one. */
	const gone = shallowRef<IdentifiedInventoryLine | null>(null)
	let before: ChangedLines = {}

	async function change(id: string): Promise<void> {
		open.value = id
		await nextTick()
		document.querySelector<HTMLElement>(`#ea-use-${id}`)?.focus()
	}

	async function add(): Promise<void> {
		open.value = inventory.addLine()
		await nextTick()
		document.querySelector<HTMLElement>(`#ea-line-${open.value} select`)?.focus()
	}

	/** The button that was pressed goes away; the next thing to do takes the focus. */
	function close(): void {
		open.value = null
		document.querySelector<HTMLElement>('#ea-add-tool')?.focus()
	}

	async function remove(id: string): Promise<void> {
		const line = inventory.lines.value.find((one) => one.id === id)!
		before = inventory.removeLine(id)
		gone.value = isEmpty(line) ? null : line
		close()
		await nextTick()
		document.querySelector<HTMLElement>(`#ea-line-${id} .ea-bring-back`)?.focus()
	}

	async function bringBack(): Promise<void> {
		const { id } = gone.value!
		inventory.putLines(before)
		gone.value = null
		await nextTick()
		document.querySelector<HTMLElement>(`#ea-line-${id} button`)?.focus()
	}

	return { open, gone, change, add, close, remove, bringBack }
}

function isEmpty(line: IdentifiedInventoryLine): boolean {
	return line.tool === '' && line.use === '' && Object.keys(line).every((field) => always.includes(field))
}
