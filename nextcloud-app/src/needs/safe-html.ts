/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import DOMPurify from 'dompurify'

const purify = DOMPurify(window)

purify.addHook('afterSanitizeAttributes', (node) => {
	if (node.tagName === 'A') {
		node.setAttribute('target', '_blank')
		node.setAttribute('rel', 'noopener noreferrer nofollow ugc')
	}
})

/**
 * Text of the forum that can be shown here: words, lists, quotes and links; nothing that runs, loads or looks like the page.
 * The connector has cleaned it already; this is the second lock.
 *
 * @param html from the connector
 */
export function safeHtml(html: string): string {
	return purify.sanitize(html, {
		ALLOWED_TAGS: ['a', 'b', 'blockquote', 'br', 'code', 'del', 'details', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'kbd', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
		ALLOWED_ATTR: ['href', 'title', 'lang', 'dir', 'start', 'colspan', 'rowspan'],
		ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
		ALLOW_DATA_ATTR: false,
		ALLOW_ARIA_ATTR: false,
	})
}
