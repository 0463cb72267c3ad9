/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * An order in which every provider is as likely to come first as any other, the same for all who use the same seed.
 * With the version of the directory as seed it is dealt anew at each edition, so nobody stays on top.
 *
 * @param ids ids of the providers
 * @param seed any text
 * @return the rank of each id, from 0, in the order of the ids given
 */
export function fairOrder(ids: readonly string[], seed: string): number[] {
	const shuffled = ids
		.map((id, position) => ({ id, position, key: hash(`${seed}/${id}`) }))
		.toSorted((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1))
	const ranks = Array<number>(ids.length).fill(0)
	shuffled.forEach(({ position }, rank) => {
		ranks[position] = rank
	})
	return ranks
}

/**
 * FNV-1a with the last mixing of MurmurHash3: ids that differ by one digit must not stay neighbours.
 *
 * @param text any
 */
function hash(text: string): number {
	let value = 0x811c9dc5
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
	}
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
	return (value ^ (value >>> 16)) >>> 0
}
