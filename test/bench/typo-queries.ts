/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ProviderCard } from '@emancipasso/shared/directory/provider'

import { randomFrom } from '../support/random.ts'
import { pick } from './providers.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

// The four mistakes that fingers make: a letter left out, doubled by a neighbour, replaced, or swapped with the next.
function mistype(random: () => number, word: string): string {
	const at = Math.floor(random() * (word.length - 1))
	const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)]
	return pick(random, [
		before + after,
		before + pick(random, [...letters]) + letter + after,
		before + pick(random, [...letters]) + after,
		before + after.slice(0, 1) + letter + after.slice(1),
	])
}

export interface TypoQuery {
	text: string
	expected: string
}

/**
 * What hurried people type for a provider: its name and its town without accents, one mistake in every word of four letters
 * or more.
 *
 * @param providers who is looked for
 * @param count how many queries
 */
export function makeTypoQueries(providers: readonly ProviderCard[], count: number): TypoQuery[] {
	const random = randomFrom(42)
	return Array.from({ length: count }, () => {
		const provider = pick(random, providers)
		const words = `${provider.name} ${provider.address.commune}`.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[\s'-]+/)
		return { text: words.map((word) => word.length < 4 ? word : mistype(random, word)).join(' '), expected: provider.id }
	})
}
