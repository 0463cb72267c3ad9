/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { sha256 } from './sha256.ts'

/**
 * A UUID that follows from what it stands for (version 8, whose bits are the maker's own), so that everybody who makes it
 * makes the same.
 *
 * @param text what it stands for
 */
export function hashId(text: string): string {
	const hash = sha256(text)
	return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
