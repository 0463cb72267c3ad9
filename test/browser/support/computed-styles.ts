/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from 'playwright-core'

/** What a rule of the page around the app could change, and what neither the text nor the window decides. */
const watched = [
	'appearance',
	'background-color',
	'background-position',
	'background-repeat',
	'border-bottom-style',
	'border-bottom-width',
	'border-collapse',
	'border-top-left-radius',
	'border-top-style',
	'border-top-width',
	'box-shadow',
	'box-sizing',
	'color',
	'cursor',
	'display',
	'font-family',
	'font-size',
	'font-style',
	'font-weight',
	'line-height',
	'list-style-type',
	'margin-bottom',
	'margin-top',
	'min-height',
	'opacity',
	'padding-bottom',
	'padding-left',
	'padding-right',
	'padding-top',
	'text-align',
	'text-decoration-line',
	'text-overflow',
	'vertical-align',
	'white-space',
]

/** What is drawn of one kind of element: its tag, classes and type, and the styles in the order of {@link watched}. */
export type DrawnElements = Record<string, string>

/**
 * How every kind of element on the app's page is drawn, the first of each kind; folded details are opened before.
 *
 * @param page as it is now
 */
export async function drawnElements(page: Page): Promise<DrawnElements> {
	return await page.evaluate((properties) => {
		for (const details of document.querySelectorAll<HTMLDetailsElement>('.ea-page details')) {
			details.open = true
		}
		const drawn: Record<string, string> = {}
		for (const element of document.querySelectorAll('.ea-page, .ea-page *')) {
			const style = getComputedStyle(element)
			const parent = element.parentElement
			const kind = [parent, element].map((one) => `${one?.localName} ${one?.getAttribute('class') ?? ''} ${one?.getAttribute('type') ?? ''}`.trim()).join(' > ')
			drawn[kind] ??= properties.map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ')
		}
		return drawn
	}, watched)
}

/**
 * Names of our classes that core's style sheet has rules for, meant for something else.
 *
 * @param page of a real Nextcloud
 * @throws {Error} on a page without that style sheet
 */
export async function namesTakenByCore(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const namesIn = (rules: CSSRuleList): string[] => [...rules].flatMap((rule) => rule instanceof CSSStyleRule
			? [...rule.selectorText.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!)
			: rule instanceof CSSGroupingRule ? namesIn(rule.cssRules) : [])
		const core = new Set([...document.styleSheets].filter(({ href }) => href?.includes('/core/css/server.css')).flatMap(({ cssRules }) => namesIn(cssRules)))
		if (core.size === 0) {
			throw new Error('This page has no style sheet of core.')
		}
		const ours = new Set([...document.querySelectorAll('.ea-page, .ea-page *')].flatMap(({ classList }) => [...classList]))
		return [...ours].filter((name) => core.has(name) && name !== 'hidden-visually' && !name.startsWith('button-vue'))
	})
}

/**
 * Where two drawings of one screen differ, one line each; what only one of them shows is left out.
 *
 * @param left one drawing
 * @param right the other
 */
export function differencesBetween(left: DrawnElements, right: DrawnElements): string[] {
	return Object.entries(left).flatMap(([kind, styles]) => {
		const others = right[kind]?.split('; ') ?? []
		return others.length === 0 ? [] : styles.split('; ').flatMap((style, index) => style === others[index] ? [] : [`${kind}: ${style}, not ${others[index]}`])
	})
}
