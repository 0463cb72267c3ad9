/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { ConsoleSite } from './support/console-site.ts'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { horizontalScroll, seriousFaults } from './support/axe.ts'
import { findChromium, launchChromium } from './support/chromium.ts'
import { openConsoleSite, signInByForum } from './support/console-site.ts'
import { keyboard } from './support/hand.ts'
import { complaintsOf, desktop, phone } from './support/site.ts'

const chromium = findChromium()

/** Every page, with something on it. */
const pages: Record<string, (site: ConsoleSite) => string> = {
	overview: () => '',
	records: () => '/records',
	deleted: ({ needs }) => `/records/${needs.deleted}`,
	conflict: ({ needs }) => `/records/${needs.edited}`,
	publications: () => '/publications',
	publication: ({ needs }) => `/publications/${needs.held}`,
	instances: () => '/instances',
	instance: ({ instance }) => `/instances/${instance}`,
	mapping: () => '/mapping',
	forum: () => '/forum',
	log: () => '/log',
	'not-found': () => '/nothing',
}

describe('the console in a browser', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let site: ConsoleSite
	let browser: Browser
	let page: Page

	beforeAll(async () => {
		site = await openConsoleSite()
		browser = await launchChromium()
		page = await (await site.openContext(browser)).newPage()
		await signInByForum(page, site)
		await page.goto(`${site.console}/forum`)
		await page.getByRole('button', { name: 'Contrôler maintenant' }).click()
		await page.getByRole('status').or(page.getByRole('alert')).waitFor()
	})
	afterAll(async () => {
		await browser?.close()
		await site?.close()
	})

	describe.each([['desktop', desktop], ['phone', phone]] as const)('on a %s', (name, size) => {
		test.each(Object.entries(pages))('%s has no serious fault and needs no sideways scrolling', async (title, path) => {
			await page.setViewportSize(size)
			const complaints = complaintsOf(page)
			await page.goto(site.console + path(site))
			await shoot(page, `${title}-${name}`)

			expect(await seriousFaults(page, 'html')).toEqual([])
			expect(await horizontalScroll(page)).toBe(0)
			expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
		})

		test('the page to sign in has no serious fault', async () => {
			const context = await site.openContext(browser, size)
			const stranger = await context.newPage()
			await stranger.goto(`${site.console}/sign-in?why=ended`)
			await shoot(stranger, `sign-in-${name}`)

			expect(await seriousFaults(stranger, 'html')).toEqual([])
			expect(await horizontalScroll(stranger)).toBe(0)
			await context.close()
		})
	})

	test('dark colours can be read as well', async () => {
		await page.emulateMedia({ colorScheme: 'dark' })
		for (const path of Object.values(pages)) {
			await page.goto(site.console + path(site))
			expect(await seriousFaults(page, 'html'), page.url()).toEqual([])
		}
		await shoot(page, 'dark')
		await page.emulateMedia({ colorScheme: 'light' })
	})

	test('the preview of a topic follows what is chosen', async () => {
		await page.setViewportSize(desktop)
		await page.goto(`${site.console}/mapping`)
		await page.locator('#tag-tool-advice').fill('conseil')

		await expect.poll(async () => await page.locator('#preview').innerText()).toContain('conseil')
		expect(page.url()).toBe(`${site.console}/mapping`)
	})

	test('a first publication is released with the keyboard alone, and without JavaScript', async () => {
		const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false, storageState: await page.context().storageState() })
		const plain = await context.newPage()
		const hand = keyboard(plain)
		await plain.goto(site.console)
		await hand.press(plain.getByRole('link', { name: /^À relire/ }))
		await hand.press(plain.getByRole('link', { name: 'Remplacer notre tableur partagé' }))
		await plain.getByRole('heading', { level: 1, name: 'Remplacer notre tableur partagé' }).waitFor()
		await hand.press(plain.getByRole('button', { name: 'Publier', exact: true }))

		await plain.getByRole('status').getByText(/Publié\s: le besoin part au forum\./).waitFor()
		await plain.getByText('Rien n’attend votre lecture.').waitFor()
		await context.close()
	})
})

/** For whoever wants to look: SCREENSHOTS names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
	if (process.env.SCREENSHOTS !== undefined) {
		mkdirSync(process.env.SCREENSHOTS, { recursive: true })
		await page.screenshot({ path: `${process.env.SCREENSHOTS}/console-${name}.png`, fullPage: true })
	}
}
