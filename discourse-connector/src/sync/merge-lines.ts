/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Lines that one side put in place of lines of the base: from `start` up to, not including, `end`. */
interface Hunk { start: number, end: number, lines: string[] }

/**
 * Joins two changes of one text, line by line.
 *
 * @param base the text that both began with
 * @param ours one change
 * @param theirs the other
 * @return null when both changed the same or neighbouring lines differently
 */
export function mergeLines(base: string, ours: string, theirs: string): string | null {
	const lines = base.split('\n')
	const hunks = [...hunksOf(lines, ours.split('\n')), ...hunksOf(lines, theirs.split('\n'))].sort((a, b) => a.start - b.start || a.end - b.end)
	const merged: string[] = []
	let done = 0
	let last: Hunk | undefined
	for (const hunk of hunks) {
		if (last !== undefined && isSame(last, hunk)) {
			continue
		}
		if (last !== undefined && hunk.start <= last.end) {
			return null
		}
		merged.push(...lines.slice(done, hunk.start), ...hunk.lines)
		done = hunk.end
		last = hunk
	}
	return [...merged, ...lines.slice(done)].join('\n')
}

function isSame(a: Hunk, b: Hunk): boolean {
	return a.start === b.start && a.end === b.end && a.lines.length === b.lines.length && a.lines.every((line, at) => line === b.lines[at])
}

/**
 * What changed, by the longest common subsequence of lines.
 *
 * @param base lines before
 * @param changed lines after
 */
function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
	const hunks: Hunk[] = []
	let [at, seen] = [0, 0]
	for (const [baseLine, changedLine] of [...commonLines(base, changed), [base.length, changed.length] as const]) {
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
