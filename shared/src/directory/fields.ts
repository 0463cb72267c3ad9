/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VocabularyEntry } from '../vocabulary/vocabulary.ts'

import { z } from 'zod'

// Texts come from many hands and are shown by other programs: nothing invisible, and no markup in a one-line text.
// Characters that turn the reading direction make a name look like another.
const invisible = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u
const markup = /<[a-z/!?]/i

/**
 * One line of plain text.
 *
 * @param longest in UTF-16 units
 */
export function line(longest: number) {
	return z.string().trim().min(1).max(longest)
		.refine((text) => !invisible.test(text) && !text.includes('\n'), 'must be one line without control characters')
		.refine((text) => !markup.test(text), 'must not contain HTML')
}

/**
 * Several lines of plain text.
 *
 * @param longest in UTF-16 units
 */
export function paragraphs(longest: number) {
	return z.string().trim().min(1).max(longest).refine((text) => !invisible.test(text.replaceAll('\r\n', '\n')), 'must not contain control characters')
}

/**
 * What a provider wrote: French is required, English is welcome.
 *
 * @param longest in UTF-16 units, for each language
 */
export function providerText(longest: number) {
	return z.strictObject({ fr: paragraphs(longest), en: paragraphs(longest).optional() })
}

/** A web address that a browser may open without harm. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(500)

/**
 * One id of a vocabulary.
 *
 * @param vocabulary the vocabulary
 */
export function oneOf<const Entries extends readonly VocabularyEntry[]>(vocabulary: Entries) {
	return z.enum(vocabulary.map(({ id }): Entries[number]['id'] => id))
}

/**
 * Distinct ids of a vocabulary; none when left out.
 *
 * @param vocabulary the vocabulary
 */
export function someOf<const Entries extends readonly VocabularyEntry[]>(vocabulary: Entries) {
	return z.array(oneOf(vocabulary)).max(vocabulary.length)
		.refine((ids) => new Set(ids).size === ids.length, 'must not repeat a value')
		.default([])
}
