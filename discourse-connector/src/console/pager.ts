/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../platform/html.ts'
import type { Visit } from './visit.ts'

import { html } from '../platform/html.ts'

const words = {
	pages: { fr: 'Pages', en: 'Pages' },
	before: { fr: 'Page précédente', en: 'Previous page' },
	after: { fr: 'Page suivante', en: 'Next page' },
}

/**
 * Which page an address asks for, from 0.
 *
 * @param asked as it was sent
 */
export function pageNumber(asked: string | undefined): number {
	return /^\d{1,4}$/.test(asked ?? '') ? Number(asked) : 0
}

/**
 * Links to the pages around.
 *
 * @param visit of the reader
 * @param page this one
 * @param hasMore whether one follows
 */
export function pager(visit: Visit, page: number, hasMore: boolean): Html | undefined {
	const { say, base, path } = visit
	if (page === 0 && !hasMore) {
		return undefined
	}
	return html`<nav class="pages" aria-label="${say(words.pages)}">${page > 0 ? html`<a href="${base}${path}?page=${page - 1}">${say(words.before)}</a>` : undefined}${hasMore ? html`<a href="${base}${path}?page=${page + 1}">${say(words.after)}</a>` : undefined}</nav>`
}
