/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type MarkdownIt from 'markdown-it'

const OPENING = /^\[(poll|wrap|quote|details)\b([^\]]*)\]\s*$/

/** Reads `[poll]…[/poll]` and its kin on lines of their own, as Discourse does. */
export function addBlocks(markdown: MarkdownIt): void {
	markdown.block.ruler.before('fence', 'bbcode', (state, startLine, endLine, silent) => {
		const lineAt = (line: number) => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
		const opening = (state.sCount[startLine] ?? 0) - state.blkIndent < 4 ? OPENING.exec(lineAt(startLine)) : null
		if (opening === null) {
			return false
		}
		const [, name = '', attributes = ''] = opening
		let closing = startLine + 1
		while (closing < endLine && lineAt(closing).trim() !== `[/${name}]`) {
			closing++
		}
		if (closing >= endLine) {
			return false
		}
		if (silent) {
			return true
		}
		const [before, after] = frameOf(name, attributes, markdown.utils.escapeHtml)
		state.push('html_block', '', 0).content = before
		const outerEnd = state.lineMax
		state.lineMax = closing
		state.md.block.tokenize(state, startLine + 1, closing)
		state.lineMax = outerEnd
		state.push('html_block', '', 0).content = after
		state.line = closing + 1
		return true
	}, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

function frameOf(name: string, attributes: string, escape: (text: string) => string): [string, string] {
	const value = escape(attributes.replace(/^=/, '').replaceAll('"', '').trim())
	switch (name) {
		case 'poll':
			return ['<div class="poll" data-poll-name="poll" data-poll-status="open">\n', '</div>\n']
		case 'wrap':
			return [`<div class="d-wrap"${dataOf(attributes, escape)}>\n`, '</div>\n']
		case 'quote':
			return [`<aside class="quote" data-username="${value}">\n<blockquote>\n`, '</blockquote>\n</aside>\n']
		default:
			return [`<details>\n<summary>${value}</summary>\n`, '</details>\n']
	}
}

function dataOf(attributes: string, escape: (text: string) => string): string {
	const [wrap = '', ...others] = attributes.replace(/^=/, '').trim().split(/\s+/)
	const pairs = others.flatMap((other) => /^([a-z-]+)="?([^"]*)"?$/.exec(other)?.slice(1, 3) === undefined ? [] : [other.split('=')])
	return [['wrap', wrap], ...pairs].map(([key = '', value = '']) => ` data-${key}="${escape(value.replaceAll('"', ''))}"`).join('')
}
