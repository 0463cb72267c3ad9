/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A part of a text; `end` is the first offset after it, in UTF-16 code units. */
export interface Span {
	start: number
	end: number
}

/** What a reader sees of a text: a paragraph has one span, a list one for each of its items. */
export interface TextBlock {
	kind: 'paragraph' | 'bullets' | 'numbers'
	/** The number of the first item. */
	first: number
	spans: Span[]
}

const marker = /^[^\S\n]*(?:[-+*•]|(\d{1,9})[.)])[^\S\n]+(?=\S)/u

/**
 * The paragraphs and lists of a text as the forum shows them: items begin with a hyphen, a star, a bullet or a number.
 *
 * @param text lines end with LF
 */
export function textBlocks(text: string): TextBlock[] {
	const blocks: TextBlock[] = []
	let afterBlank = true
	let at = 0
	for (const line of text.split('\n')) {
		const [start, end] = [at, at + line.trimEnd().length]
		at += line.length + 1
		const last = blocks.at(-1)
		if (start === end) {
			afterBlank = true
			continue
		}
		const found = marker.exec(line)
		const kind = found === null ? 'paragraph' : found[1] === undefined ? 'bullets' : 'numbers'
		const span = { start: start + (found?.[0].length ?? 0), end }
		// A number within a paragraph begins a list only when it is 1: a line may begin with a year.
		const goesOn = last !== undefined && !afterBlank && (kind === 'paragraph' || (kind === 'numbers' && last.kind === 'paragraph' && Number(found?.[1]) !== 1))
		if (goesOn) {
			last.spans.at(-1)!.end = end
		} else if (last?.kind === kind && kind !== 'paragraph') {
			last.spans.push(span)
		} else {
			blocks.push({ kind, first: Number(found?.[1] ?? 1), spans: [span] })
		}
		afterBlank = false
	}
	return blocks
}
