/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** HTML that needs no escaping any more. */
export class Html {
	readonly text: string

	/** @param text trusted */
	constructor(text: string) {
		this.text = text
	}
}

type Part = Html | string | number | false | null | undefined | Part[]

/** A template whose values are escaped unless they are Html themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.map((piece, index) => piece + (index < parts.length ? rendered(parts[index]) : '')).join(''))
}

function rendered(part: Part): string {
	if (Array.isArray(part)) {
		return part.map(rendered).join('')
	}
	if (part instanceof Html) {
		return part.text
	}
	return part === false || part === null || part === undefined ? '' : escaped(String(part))
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')
}
