/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { addBlocks } from './cook-blocks.ts'
import { addMentions } from './cook-mentions.ts'
import { addOneboxes } from './cook-oneboxes.ts'

const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true, typographer: false })
addBlocks(markdown)
addMentions(markdown)
addOneboxes(markdown)

/** What Discourse lets through, reduced to what can matter to a reader of the connector's topics. */
const ALLOWED: sanitizeHtml.IOptions = {
	allowedTags: ['a', 'abbr', 'aside', 'b', 'big', 'blockquote', 'br', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul', 'video'],
	allowedAttributes: {
		a: ['href', 'title', 'data-*'],
		aside: ['data-*'],
		div: ['data-*'],
		details: ['open'],
		img: ['src', 'alt', 'title', 'width', 'height'],
		ol: ['start'],
		span: ['data-*'],
		video: ['src', 'controls'],
		td: ['style'],
		th: ['style'],
	},
	allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowedClasses: {
		a: ['mention', 'mention-group', 'onebox', 'hashtag-cooked'],
		div: ['poll', 'd-wrap'],
		span: ['mention', 'd-wrap'],
		aside: ['quote', 'onebox'],
		code: ['lang-*', 'language-*'],
		img: ['emoji'],
	},
}

/**
 * Markdown to the HTML that readers get. Mentions, polls, wraps, quotes and oneboxes leave the same traces as on a
 * real forum, so that a test can tell whether a hostile text was made harmless before it arrived.
 *
 * @param raw as stored
 * @param mentionable whether a lower-case name is somebody; other names become plain spans
 */
export function cook(raw: string, mentionable: (name: string) => boolean): string {
	return sanitizeHtml(markdown.render(raw, { mentionable }), ALLOWED).trim()
}
