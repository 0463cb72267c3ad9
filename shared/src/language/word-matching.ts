/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * How typed words are looked for in a MiniSearch index of normalised words, the same in every search: unfinished words
 * count, and so do words with a typing error, the less alike the lower.
 */
export const wordMatching = {
	tokenize: (text: string) => text.split(' '),
	prefix: (word: string) => word.length > 1,
	// Two letters swapped are two edits. A third would find anything and take longer than all the rest.
	fuzzy: (word: string) => word.length < 4 || /^\d+$/.test(word) ? false : word.length < 6 ? 1 : 2,
}
