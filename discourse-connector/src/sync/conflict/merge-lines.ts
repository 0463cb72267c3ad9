/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { isDeepStrictEqual } from 'node:util'
import { lineMeaning } from './markdown-meaning.ts'

/** Lines that one side put in place of lines of the base: from `start` up to, not including, `end`. */
interface Hunk { start: number, end: number, lines: string[] }

/** Changes that touch the same lines. */
interface Region { start: number, end: number, ours: Hunk[], theirs: Hunk[] }

/** What two changes of one text come to. */
export interface MergedLines {
	/** Both changes; where they meet, theirs. */
	text: string
	/** Whether they met and differed. */
	conflict: boolean
	/** Ours, but theirs where they met: told against this, ours is the later change there, and nowhere else. */
	base: string
}

/**
 * Joins two changes of one text, line by line.
 *
 * @param base the text that both began with
 * @param ours one change
 * @param theirs the other
 */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
	const lines = base.split('\n')
	const [text, nextBase]: [string[], string[]] = [[], []]
	let [done, conflict] = [0, false]
	for (const region of regionsOf(hunksOf(lines, ours.split('\n')), hunksOf(lines, theirs.split('\n')))) {
		const untouched = lines.slice(done, region.start)
		const [mine, other] = [applied(lines, region, region.ours), applied(lines, region, region.theirs)]
		const isBoth = region.ours.length > 0 && region.theirs.length > 0
		text.push(...untouched, ...(region.theirs.length > 0 ? other : mine))
		nextBase.push(...untouched, ...(isBoth ? other : mine))
		conflict ||= isBoth && !isDeepStrictEqual(mine, other)
		done = region.end
	}
	const rest = lines.slice(done)
	return { conflict, text: [...text, ...rest].join('\n'), base: [...nextBase, ...rest].join('\n') }
}

function regionsOf(ours: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
	const regions: Region[] = []
	const sides = [...ours.map((hunk) => ({ hunk, side: 'ours' as const })), ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const }))]
	for (const { hunk, side } of sides.sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)) {
		let region = regions.at(-1)
		if (region === undefined || !meets(region, hunk)) {
			region = { start: hunk.start, end: hunk.end, ours: [], theirs: [] }
			regions.push(region)
		}
		region.end = Math.max(region.end, hunk.end)
		region[side].push(hunk)
	}
	return regions
}

// Neighbouring lines can change apart; of two insertions in one place nobody knows the order.
function meets(region: Region, hunk: Hunk): boolean {
	return hunk.start < region.end || (hunk.start === region.end && (hunk.start === hunk.end || region.start === region.end))
}

function applied(lines: readonly string[], region: Region, hunks: readonly Hunk[]): string[] {
	const result: string[] = []
	let done = region.start
	for (const hunk of hunks) {
		result.push(...lines.slice(done, hunk.start), ...hunk.lines)
		done = hunk.end
	}
	return [...result, ...lines.slice(done, region.end)]
}

/**
 * What changed, by the longest common subsequence of lines that say the same.
 *
 * @param base lines before
 * @param changed lines after
 */
function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
	const hunks: Hunk[] = []
	let [at, seen] = [0, 0]
	for (const [baseLine, changedLine] of [...commonLines(base.map(lineMeaning), changed.map(lineMeaning)), [base.length, changed.length] as const]) {
		if (baseLine > at || changedLine > seen) {
			hunks.push({ start: at, end: baseLine, lines: changed.slice(seen, changedLine) })
		}
		at = baseLine + 1
		seen = changedLine + 1
	}
	return hunks
}

function commonLines(base: readonly string[], changed: readonly string[]): [number, number][] {
	const lengths = Array.from({ length: base.length + 1 }, () => new Uint16Array(changed.length + 1))
	const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0
	for (let row = base.length - 1; row >= 0; row--) {
		const cells = lengths[row]
		for (let column = changed.length - 1; cells !== undefined && column >= 0; column--) {
			cells[column] = base[row] === changed[column] ? lengthAt(row + 1, column + 1) + 1 : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1))
		}
	}
	const pairs: [number, number][] = []
	for (let [row, column] = [0, 0]; row < base.length && column < changed.length;) {
		if (base[row] === changed[column]) {
			pairs.push([row++, column++])
		} else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) {
			row++
		} else {
			column++
		}
	}
	return pairs
}
