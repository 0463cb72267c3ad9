/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const key = 'emancipasso:folder'

/** The folder into which a paper was put last on this device; the root of the files at first. */
export function lastFolder(): string {
	try {
		return localStorage.getItem(key) ?? '/'
	} catch {
		return '/'
	}
}

/**
 * Proposes a folder the next time.
 *
 * @param folder its path
 */
export function rememberFolder(folder: string): void {
	try {
		localStorage.setItem(key, folder)
	} catch {
		// Then it is chosen again.
	}
}
