/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import MarkdownIt from 'markdown-it'

// As a Discourse forum sets its engine, and stricter: every ending of a host is linked.
const engine = new MarkdownIt({ html: true, linkify: true, breaks: true, typographer: true })

/** What a forum would make of a raw text. */
export interface Cooked {
	/** Kinds of everything found that acts: links, images, HTML, headings, tables, fences, quotes, rules. */
	active: string[]
	/** The text outside code, after escapes and entities: where a forum looks for mentions, emoji, hashtags and dates. */
	prose: string
	/** Every text, code included. */
	visible: string
	html: string
}

const harmless = new Set(['paragraph', 'text', 'softbreak', 'hardbreak', 'bullet_list', 'ordered_list', 'list_item', 'strong', 'em', 'code_inline', 'inline', 'text_special'])

/**
 * Cooks a text with a CommonMark engine, and reports what in it is more than words.
 *
 * @param raw the text of a post
 */
export function cook(raw: string): Cooked {
	const tokens = engine.parse(raw, {}).flatMap((token) => [token, ...token.children ?? []])
	const words = (code: (content: string) => string) => tokens.map(({ content, type }) => {
		switch (type) {
			case 'text': case 'text_special': return content
			case 'code_inline': return code(content)
			case 'softbreak': case 'hardbreak': case 'paragraph_close': return '\n'
			default: return ' '
		}
	}).join('')
	return {
		active: tokens.map(({ type }) => type.replace(/_(?:open|close)$/u, '')).filter((type) => !harmless.has(type)),
		prose: words(() => ' '),
		visible: words((content) => ` ${content} `),
		html: engine.render(raw),
	}
}

/**
 * What a forum's own rules would find in the words of a text, beyond CommonMark: mentions, hashtags, names of emoji,
 * block codes, entities, and our own marker.
 *
 * @param cooked from {@link cook}
 */
export function forumActions(cooked: Cooked): string[] {
	const { prose, visible } = cooked
	return [
		...prose.match(/@[\p{L}\p{M}\p{N}_]/gu) ?? [],
		...prose.match(/#[\p{L}\p{M}\p{N}_-]+/gu) ?? [],
		...prose.match(/(?<!\d):[\w+-]+:/gu) ?? [],
		...visible.match(/\[\/?[a-z]+[^\]]*\]?/giu) ?? [],
		...visible.match(/<[!/?a-z]/giu) ?? [],
	]
}
