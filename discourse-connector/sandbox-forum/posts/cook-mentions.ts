/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** Discourse's own pattern: a name or tag after anything that is no letter, digit or slash. */
const MENTION = /(^|[^\p{L}\p{N}_/@])([@#])([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,59})/gu

/** What a render is told about the forum. */
export interface CookEnvironment {
	mentionable?: (name: string) => boolean
}

/** Turns names and hashtags into links after everything else was read: a backslash does not protect, back-ticks do. */
export function addMentions(markdown: MarkdownIt): void {
	markdown.core.ruler.push('mentions', (state) => {
		const { mentionable = () => false } = state.env as CookEnvironment
		for (const block of state.tokens) {
			let linkDepth = 0
			block.children = block.children?.flatMap((token) => {
				linkDepth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
				return token.type === 'text' && linkDepth === 0 ? withMentions(token, mentionable, state.Token) : [token]
			}) ?? null
		}
	})
}

function withMentions(token: Token, mentionable: (name: string) => boolean, TokenClass: typeof Token): Token[] {
	const tokens: Token[] = []
	let done = 0
	const add = (type: string, content: string) => {
		const part = new TokenClass(type, '', 0)
		part.content = content
		tokens.push(part)
	}
	for (const found of token.content.matchAll(MENTION)) {
		const [, before = '', sign = '@', name = ''] = found
		const start = found.index + before.length
		add('text', token.content.slice(done, start))
		add('html_inline', marked(sign, name, mentionable(name.toLowerCase())))
		done = start + sign.length + name.length
	}
	if (done === 0) {
		return [token]
	}
	add('text', token.content.slice(done))
	return tokens
}

function marked(sign: string, name: string, known: boolean): string {
	if (sign === '#') {
		return `<a class="hashtag-cooked" href="/tag/${name}">#${name}</a>`
	}
	return known ? `<a class="mention" href="/u/${name.toLowerCase()}">@${name}</a>` : `<span class="mention">@${name}</span>`
}
