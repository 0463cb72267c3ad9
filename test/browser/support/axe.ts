/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from 'playwright-core'

import axe from 'axe-core'

interface Violation {
	id: string
	impact: string | null
	help: string
	nodes: { html: string }[]
}

/**
 * The serious and critical faults of accessibility on a page, one line each. Asked for besides the usual rules: what is
 * read on a button is part of its name, so that one can say it to press it.
 *
 * @param page as it is now
 * @param within selector of the part to look at; the frame around the app is not ours
 */
export async function seriousFaults(page: Page, within = '#content'): Promise<string[]> {
	await page.evaluate(axe.source)
	const violations = await page.evaluate(async (selector) => {
		const { axe: inPage } = globalThis as typeof globalThis & { axe: { run(context: string, options: object): Promise<{ violations: Violation[] }> } }
		return (await inPage.run(selector, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'label-content-name-mismatch': { enabled: true } } })).violations
	}, within)
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}

/**
 * By how many pixels a page is wider than its window; 0 is good.
 *
 * @param page as it is now
 */
export async function horizontalScroll(page: Page): Promise<number> {
	return await page.evaluate(() => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('#content-vue, .app-content, #app-content, #emancipasso-workshop > *')].map((element) => element === null ? 0 : element.scrollWidth - element.clientWidth)))
}
