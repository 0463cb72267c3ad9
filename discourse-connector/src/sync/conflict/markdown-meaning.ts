/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * A line of Markdown in one spelling. The forum's rich editor writes list markers, escapes and rules its own way into
 * all lines of a text in which a person changed one word.
 *
 * @param line without its line break
 */
export function lineMeaning(line: string): string {
	const trimmed = line.trimEnd()
	return /^\s*([-*_])(\s*\1){2,}$/u.test(trimmed)
		? '---'
		: trimmed.replace(/^(\s*)[*+](?=\s)/u, '$1-').replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
}

/**
 * Whether two texts say the same, however they spell it.
 *
 * @param one text in Markdown
 * @param other text in Markdown
 */
export function sameMeaning(one: string, other: string): boolean {
	return one === other || meaning(one) === meaning(other)
}

function meaning(text: string): string {
	return text.split('\n').map(lineMeaning).filter((line) => line !== '').join('\n')
}
