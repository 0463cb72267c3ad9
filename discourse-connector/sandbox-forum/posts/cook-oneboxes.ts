/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** Marks a bare address alone on its line: a real forum would fetch that page and show a card of it. */
export function addOneboxes(markdown: MarkdownIt): void {
	markdown.core.ruler.push('oneboxes', (state) => {
		for (const block of state.tokens) {
			for (const line of linesOf(block.children ?? [])) {
				const [open, content, close] = line.filter((token) => token.type !== 'text' || token.content.trim() !== '')
				if (line.length >= 3 && open?.type === 'link_open' && open.markup === 'linkify' && content?.type === 'text'
					&& close?.type === 'link_close' && line.at(-1) === close) {
					open.attrSet('class', 'onebox')
				}
			}
		}
	})
}

function linesOf(tokens: Token[]): Token[][] {
	const lines: Token[][] = [[]]
	for (const token of tokens) {
		if (token.type === 'softbreak' || token.type === 'hardbreak') {
			lines.push([])
		} else {
			lines.at(-1)?.push(token)
		}
	}
	return lines
}
