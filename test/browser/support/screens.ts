/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from 'playwright-core'
import type { ExampleLife } from './example-life.ts'

/** One screen of the app as it is used. */
export interface Screen {
	/** Also the name of its picture. */
	name: string
	/** Below the app's address. */
	path: (life: ExampleLife) => string
}

/** Every screen of the app, in the order in which a newcomer meets them. */
export const screens: readonly Screen[] = [
	{ name: 'overview', path: () => '' },
	{ name: 'directory', path: () => 'directory?text=mediation+nantes' },
	{ name: 'directory-nobody', path: () => 'directory?text=zzzzzzzz' },
	{ name: 'provider', path: () => 'directory/exemple--le-fil-commun' },
	{ name: 'diagnoses', path: () => 'diagnosis' },
	{ name: 'question', path: ({ begun }) => `diagnosis/${begun}?q=gov-lead` },
	{ name: 'inventory', path: ({ diagnosis }) => `diagnosis/${diagnosis}?q=tools-inventory` },
	{ name: 'result', path: ({ diagnosis }) => `diagnosis/${diagnosis}/result` },
	{ name: 'comparison', path: ({ diagnosis }) => `diagnosis/${diagnosis}/comparison` },
	{ name: 'tools', path: () => 'tools' },
	{ name: 'catalogue', path: () => 'tools/catalogue' },
	{ name: 'alternatives', path: () => 'tools/catalogue?tool=google-drive' },
	{ name: 'plan', path: () => 'plan' },
	{ name: 'timeline', path: () => 'plan?view=timeline' },
	{ name: 'moves', path: () => 'plan?view=moves' },
	{ name: 'changes', path: () => 'plan?view=changes' },
	{ name: 'goals', path: () => 'plan?view=goals' },
	{ name: 'action', path: ({ action }) => `plan/${action}` },
	{ name: 'needs', path: () => 'needs' },
	{ name: 'need', path: ({ draft }) => `needs/${draft}` },
	{ name: 'publication', path: ({ draft }) => `needs/${draft}/publication` },
	{ name: 'replies', path: ({ published }) => `needs/${published}/replies` },
	{ name: 'organisation', path: () => 'organisation' },
]

/**
 * Opens a screen and waits until it shows what it is about.
 *
 * @param page of the visitor
 * @param address of the screen
 */
export async function openScreen(page: Page, address: string): Promise<void> {
	await page.goto(address)
	await page.locator('main h2, #emancipasso-admin h2, article').first().waitFor()
	await page.waitForLoadState('networkidle')
	await page.locator('.ea-loading').waitFor({ state: 'detached' })
	await page.evaluate(async () => await document.fonts.ready)
}
