/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// All control characters but line feed.
const controls = /(?!\n)\p{Cc}/gu

// Characters that change the direction or the look of others without being seen: bidirectional controls,
// zero-width spaces and joiners, soft hyphens, fillers, tags, annotations. A joiner inside an emoji stays.
const invisible = /(?!\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

// A forum stores these as ordinary spaces; so do we, and what we read back equals what we sent.
const exoticSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu

const piledMarks = /(\p{M}{4})\p{M}+/gu

/**
 * A text of visible characters, ordinary spaces and line feeds: well-formed, with no control, no direction
 * override, nothing of zero width, at most four marks on one letter.
 *
 * @param text anything that a person could paste
 */
export function plainCharacters(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
		.replace(/\t/gu, ' ')
		.replace(controls, '')
		.replace(invisible, '')
		.replace(exoticSpaces, ' ')
		.replace(piledMarks, '$1')
}
