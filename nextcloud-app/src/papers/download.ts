/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { MadeFile } from './make-paper.ts'

/**
 * Gives a file to the reader.
 *
 * @param file name, media type and bytes
 */
export function download(file: MadeFile): void {
	const { name, type, bytes } = file
	const address = URL.createObjectURL(new Blob([bytes], { type }))
	const link = document.createElement('a')
	link.href = address
	link.download = name
	link.click()
	// The browser has taken it by then, and a page that stays open keeps nothing.
	setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
