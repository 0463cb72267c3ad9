/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ExampleLife } from './support/example-life.ts'
import type { Screen } from './support/screens.ts'
import type { Site } from './support/site.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { horizontalScroll, seriousFaults } from './support/axe.ts'
import { findChromium, launchChromium } from './support/chromium.ts'
import { liveFirstWeeks } from './support/example-life.ts'
import { openPreviewSite } from './support/preview-site.ts'
import { openScreen, screens } from './support/screens.ts'
import { complaintsOf, desktop, phone } from './support/site.ts'

const chromium = findChromium()

describe('every screen of the app', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let site: Site
	let browser: Browser
	let context: BrowserContext
	let life: ExampleLife

	beforeAll(async () => {
		site = await openPreviewSite()
		browser = await launchChromium()
		context = await site.openContext(browser)
		await firstScreen()
		life = await liveFirstWeeks(site, context)
	})
	afterAll(async () => {
		await browser?.close()
		await site?.close()
	})

	/** The screen that is gone once an organisation exists; looked at before. */
	const first: { faults: string[], scroll: number[] } = { faults: [], scroll: [] }
	async function firstScreen(): Promise<void> {
		for (const size of [desktop, phone]) {
			await visit(size, site.app, async (page) => {
				first.faults.push(...await seriousFaults(page))
				first.scroll.push(await horizontalScroll(page))
			})
		}
	}

	async function visit(size: { width: number, height: number }, address: string, look: (page: Page) => Promise<void>, act?: Screen['first']): Promise<void> {
		const page = await context.newPage()
		try {
			const complaints = complaintsOf(page)
			await page.setViewportSize(size)
			await openScreen(page, address, act)
			await look(page)
			expect(complaints).toEqual([])
		} finally {
			await page.close()
		}
	}

	test('welcome: axe finds nothing serious, and a phone scrolls in one direction', () => {
		expect(first).toEqual({ faults: [], scroll: [0, 0] })
	})

	const all = [...screens.map((screen) => ({ name: screen.name, address: () => site.app + screen.path(life), act: screen.first })), { name: 'settings', address: () => site.settings, act: undefined }]

	test.each(all)('$name: axe finds nothing serious, and a phone scrolls in one direction', async ({ address, act }) => {
		await visit(desktop, address(), async (page) => {
			expect(await seriousFaults(page)).toEqual([])
		}, act)
		await visit(phone, address(), async (page) => {
			expect(await seriousFaults(page)).toEqual([])
			expect(await horizontalScroll(page)).toBe(0)
		}, act)
	})
})
