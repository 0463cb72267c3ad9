/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { nextTick, ref } from 'vue'

/**
 * The line of the inventory that is being written, one at a time, and where the focus goes when that changes. Each line
 * stands in an element `ea-line-<id>`, and the button that adds one is `ea-add-tool`.
 *
 * @param inventory that has the lines
 * @param inventory.addLine adds an empty one and tells its id
 * @param inventory.removeLine removes one
 */
export function useOpenLine(inventory: { addLine(): string, removeLine(id: string): void }) {
	/** Its id; null while all are closed. */
	const open = ref<string | null>(null)

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

	function remove(id: string): void {
		inventory.removeLine(id)
		close()
	}

	return { open, change, add, close, remove }
}
