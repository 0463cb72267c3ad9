/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page, Request } from 'playwright-core'
import type { ExampleLife } from './example-life.ts'

import { french } from './french.ts'

/** One screen of the app as it is used. */
export interface Screen {
	/** Also the name of its picture. */
	name: string
	/** Below the app's address. */
	path: (life: ExampleLife) => string
	/** What the visitor does there first. */
	first?: (page: Page) => Promise<void>
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
	{ name: 'workshop-opening', path: ({ begun }) => `diagnosis/${begun}/workshop` },
	{ name: 'workshop', path: ({ workshop }) => `diagnosis/${workshop.diagnosis}/workshop` },
	{ name: 'workshop-link', path: ({ workshop }) => `workshop/${workshop.token}` },
	{ name: 'workshop-question', path: ({ workshop }) => `workshop/${workshop.token}`, first: begin },
	{ name: 'workshop-answer', path: ({ workshop }) => `diagnosis/${workshop.diagnosis}/workshop/answer` },
	{ name: 'workshop-answer-question', path: ({ workshop }) => `diagnosis/${workshop.diagnosis}/workshop/answer`, first: begin },
	{ name: 'workshop-sheets', path: ({ workshop }) => `diagnosis/${workshop.diagnosis}/workshop/sheets` },
	{ name: 'workshop-entry', path: ({ workshop }) => `diagnosis/${workshop.diagnosis}/workshop/entry` },
	{ name: 'tools-review', path: () => 'tools?since=2027-01-01' },
	{ name: 'tools', path: () => 'tools' },
	{ name: 'catalogue', path: () => 'tools/catalogue' },
	{ name: 'alternatives', path: () => 'tools/catalogue?tool=google-drive' },
	{ name: 'plan', path: () => 'plan' },
	{ name: 'timeline', path: () => 'plan?view=timeline' },
	{ name: 'moves', path: () => 'plan?view=moves' },
	{ name: 'changes', path: () => 'plan?view=changes' },
	{ name: 'goals', path: () => 'plan?view=goals' },
	{ name: 'action', path: ({ action }) => `plan/${action}` },
	{ name: 'papers', path: () => 'papers' },
	{ name: 'paper', path: () => 'papers/board-report' },
	{ name: 'needs', path: () => 'needs' },
	{ name: 'need', path: ({ draft }) => `needs/${draft}` },
	{ name: 'publication', path: ({ draft }) => `needs/${draft}/publication` },
	{ name: 'replies', path: ({ published }) => `needs/${published}/replies` },
	{ name: 'organisation', path: () => 'organisation' },
]

/**
 * Begins to answer in a workshop.
 *
 * @param page of its welcome
 */
async function begin(page: Page): Promise<void> {
	await page.getByRole('button', { name: french('Begin'), exact: true }).click()
	await page.getByRole('progressbar').waitFor()
}

/**
 * Opens a screen and waits until it shows what it is about.
 *
 * @param page of the visitor
 * @param address of the screen
 * @param first what the visitor does there
 */
export async function openScreen(page: Page, address: string, first?: Screen['first']): Promise<void> {
	const answered = answersOf(page)
	await page.goto(address)
	await page.locator('main h2, #emancipasso-admin h2, article').first().waitFor()
	await answered()
	await page.locator('.ea-loading').waitFor({ state: 'detached' })
	await page.evaluate(async () => await document.fonts.ready)
	await first?.(page)
}

/**
 * Follows what a page asks for, from now on.
 *
 * @param page before it is opened
 * @return waits until everything asked for is answered and drawn, and nothing more was asked for because of it; then follows no longer
 */
function answersOf(page: Page): () => Promise<void> {
	const open = new Set<Request>()
	let changed = Promise.withResolvers<void>()
	const change = () => {
		changed.resolve()
		changed = Promise.withResolvers()
	}
	const begin = (request: Request) => void open.add(request)
	const end = (request: Request) => void (open.delete(request) && change())
	page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
	return async () => {
		do {
			while (open.size > 0) {
				await changed.promise
			}
			// What an answer leads to is drawn, and asked for, in the frames that follow it.
			await page.evaluate(async () => await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
		} while (open.size > 0)
		page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
	}
}
