/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Keeps something as long as the tab is open, so that a reload loses nothing. No lasting storage: computers are shared in
 * associations.
 *
 * @param key what it is kept under, in this tab
 * @param value what JSON can hold
 * @return false when the browser refuses
 */
export function keepInTab(key: string, value: unknown): boolean {
	try {
		sessionStorage.setItem(key, JSON.stringify(value))
		return true
	} catch {
		return false
	}
}

/**
 * What was kept, when it has the fields that are asked for; null otherwise.
 *
 * @param key what it was kept under
 * @param fields that it must have, since an older version may have kept something else
 */
export function readFromTab<Kept extends object>(key: string, ...fields: (keyof Kept & string)[]): Kept | null {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
		return typeof kept === 'object' && kept !== null && fields.every((field) => field in kept) ? kept as Kept : null
	} catch {
		return null
	}
}

/**
 * Forgets what was kept.
 *
 * @param key what it was kept under
 */
export function forgetInTab(key: string): void {
	try {
		sessionStorage.removeItem(key)
	} catch {
		// A browser without tab storage has nothing to forget.
	}
}
