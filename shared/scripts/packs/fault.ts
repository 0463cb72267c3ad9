/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Something to mend in a pack: where, and what, in words for its maintainers. */
export interface Fault {
	readonly at: string
	readonly words: string
}

/**
 * Faults as lines of text.
 *
 * @param faults what was found
 */
export function faultLines(faults: readonly Fault[]): string[] {
	return faults.map(({ at, words }) => `  ${at}: ${words}`)
}
