/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Text that is HTML already. */
export class Html {
	readonly text: string

	constructor(text: string) {
		this.text = text
	}
}

type Part = Html | string | number | undefined | readonly Part[]

/**
 * HTML from a template; whatever is put into it is escaped, unless it is {@link Html} itself.
 *
 * @param strings of the template
 * @param parts put into it; undefined is nothing, a list is its members one after the other
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return new Html(String.raw({ raw: strings }, ...parts.map(render)))
}

/**
 * @param part of a template
 */
function render(part: Part): string {
	if (part instanceof Html) {
		return part.text
	}
	if (typeof part === 'object') {
		return part.map(render).join('')
	}
	const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
	return String(part ?? '').replace(/[&<>"']/g, (character) => names[character] ?? '')
}
