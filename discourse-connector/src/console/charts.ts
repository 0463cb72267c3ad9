/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Html } from '../platform/html.ts'

import { html } from '../platform/html.ts'

/**
 * How much of a whole there is. The numbers stand beside it in words, so it is hidden from those who hear the page.
 *
 * @param value of the whole
 * @param most the whole
 */
export function bar(value: number, most: number): Html {
	const part = most <= 0 ? 0 : Math.min(100, Math.max(0, value / most * 100))
	return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="6"/><rect class="value" width="${part.toFixed(1)}" height="6"/></svg>`
}

/**
 * A column for each day.
 *
 * @param label what it shows, with its numbers
 * @param values the oldest first
 */
export function columns(label: string, values: readonly number[]): Html {
	const most = Math.max(1, ...values)
	const width = 100 / Math.max(1, values.length)
	return html`<svg class="columns" viewBox="0 0 100 30" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="ground" y="29" width="100" height="1"/>${values.map((value, index) => {
		const height = value === 0 ? 0 : Math.max(1, value / most * 28)
		return html`<rect class="value" x="${(index * width + width * 0.15).toFixed(2)}" y="${(29 - height).toFixed(2)}" width="${(width * 0.7).toFixed(2)}" height="${height.toFixed(2)}"/>`
	})}</svg>`
}
