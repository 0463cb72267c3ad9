/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * The first elements of a list as sorting it would give them, without sorting the rest.
 *
 * @param list any list; it is left as it is
 * @param count how many are wanted
 * @param compare as for `sort`; must not call two elements equal
 */
export function firstOf<T>(list: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
	if (count * 8 > list.length) {
		return list.toSorted(compare).slice(0, count)
	}
	const first: T[] = []
	for (const element of list) {
		const last = first.at(-1)
		if (first.length < count || (last !== undefined && compare(element, last) < 0)) {
			first.splice(placeIn(first, element, compare), 0, element)
			first.length = Math.min(first.length, count)
		}
	}
	return first
}

/**
 * @param sorted list to look in
 * @param element to place
 * @param compare as for `sort`
 */
function placeIn<T>(sorted: readonly T[], element: T, compare: (a: T, b: T) => number): number {
	let [low, high] = [0, sorted.length]
	while (low < high) {
		const middle = (low + high) >> 1
		const other = sorted[middle]
		if (other !== undefined && compare(other, element) < 0) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
