/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Gives a file to the reader.
 *
 * @param name of the file
 * @param type media type
 * @param content of the file
 */
export function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
	const address = URL.createObjectURL(new Blob([content], { type }))
	const link = document.createElement('a')
	link.href = address
	link.download = name
	link.click()
	// The browser has taken it by then, and a page that stays open keeps nothing.
	setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
