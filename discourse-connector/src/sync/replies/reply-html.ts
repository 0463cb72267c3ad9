/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import sanitizeHtml from 'sanitize-html'

/** The contract's limit, with room for the sentence that says so. */
const LONGEST = 190_000

/**
 * Makes a forum's post fit to be shown in somebody's cloud: text and links, no picture from outside, nothing that runs
 * or that loads.
 *
 * @param cooked the forum's HTML
 * @param forumUrl what relative links are relative to
 */
export function replyHtml(cooked: string, forumUrl: string): string {
	const html = sanitizeHtml(cooked, {
		allowedTags: ['a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'kbd', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
		allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: {
			a: (_tag, { href }) => ({ tagName: 'a', attribs: { ...(href === undefined ? {} : { href: absolute(href, forumUrl) }), rel: 'nofollow noopener noreferrer ugc' } }),
			img: (_tag, { alt = '' }) => ({ tagName: 'span', attribs: {}, text: alt }),
			h1: 'h4',
			h2: 'h4',
			h3: 'h5',
			aside: 'blockquote',
			summary: 'p',
		},
	}).trim()
	return html.length <= LONGEST ? html : `<p>${sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }).slice(0, LONGEST / 10)}…</p>`
}

function absolute(href: string, forumUrl: string): string {
	return URL.canParse(href, `${forumUrl}/`) ? new URL(href, `${forumUrl}/`).href : ''
}
