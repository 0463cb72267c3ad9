/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, Page } from 'playwright-core'
import type { ExampleLife } from './support/example-life.ts'
import type { Site } from './support/site.ts'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchChromium } from './support/chromium.ts'
import { differencesBetween, drawnElements, namesTakenByCore } from './support/computed-styles.ts'
import { liveFirstWeeks } from './support/example-life.ts'
import { nextcloudMissing, openNextcloudSite } from './support/nextcloud-site.ts'
import { openPreviewSite } from './support/preview-site.ts'
import { openScreen, screens } from './support/screens.ts'
import { desktop, phone } from './support/site.ts'

const chromium = findChromium()
const noBrowser = 'missing' in chromium ? chromium.missing : null
const noNextcloud = noBrowser ?? nextcloudMissing()

/** A site where an association has been for some weeks. */
interface Lived {
	/** A new page with that screen; the caller closes it. */
	visit(name: string, size: { width: number, height: number }): Promise<Page>
	close(): Promise<void>
}

async function liveOn(open: () => Promise<Site>): Promise<Lived> {
	const browser: Browser = await launchChromium()
	const site = await open()
	const first = await site.openContext(browser)
	const life: ExampleLife = await liveFirstWeeks(site, first)
	return {
		async visit(name, size) {
			const page = await first.newPage()
			await page.setViewportSize(size)
			const screen = screens.find((one) => one.name === name)
			await openScreen(page, screen === undefined ? site.settings : site.app + screen.path(life))
			return page
		},
		async close() {
			await browser.close()
			await site.close()
		},
	}
}

/** Each site is started once, by the first that needs it. */
const started = new Map<() => Promise<Site>, Promise<Lived>>()

async function start(open: () => Promise<Site>): Promise<Lived> {
	const lived = started.get(open) ?? liveOn(open)
	started.set(open, lived)
	return await lived
}

async function look<Seen>(open: () => Promise<Site>, name: string, size: { width: number, height: number }, see: (page: Page) => Promise<Seen>): Promise<Seen> {
	const page = await (await start(open)).visit(name, size)
	try {
		return await see(page)
	} finally {
		await page.close()
	}
}

afterAll(async () => {
	await Promise.all([...started.values()].map(async (lived) => await (await lived).close()))
})

/** The styles of the first element that a selector finds. */
async function stylesOf(page: Page, selector: string, ...properties: string[]): Promise<string[]> {
	return await page.locator(selector).first().evaluate((element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name)), properties)
}

describe.each([
	{ where: 'the preview host', open: openPreviewSite, missing: noBrowser },
	{ where: 'a real Nextcloud', open: openNextcloudSite, missing: noNextcloud },
])('what Nextcloud says of plain elements does not reach the screens on $where', ({ where, open, missing }) => {
	if (missing !== null) {
		test.skip(`needs ${where}: ${missing}`)
		return
	}

	beforeAll(async () => {
		await start(open)
	})

	test.each(['provider', 'publication'])('%s: names and facts each begin at their start, without room of core around them', async (name) => {
		const { list, term, fact } = await look(open, name, desktop, async (page) => ({
			list: await stylesOf(page, 'main dl', 'padding-top', 'padding-bottom'),
			term: await stylesOf(page, 'main dt', 'display', 'padding', 'text-align', 'white-space'),
			fact: await stylesOf(page, 'main dd', 'display', 'padding', 'text-align'),
		}))
		expect(list).toEqual(['0px', '0px'])
		expect(term).toEqual(['block', '0px', 'start', 'normal'])
		expect(fact).toEqual(['block', '0px', 'start'])
	})

	test('a select shows that it opens', async () => {
		const [appearance, arrow, repeat] = await look(open, 'directory', desktop, async (page) => await stylesOf(page, '#ea-country', 'appearance', 'background-image', 'background-repeat'))
		expect(appearance).toBe('none')
		expect(arrow).toContain('svg')
		expect(repeat).toBe('no-repeat')
	})

	test('the title of a tool stays plain words under the pointer', async () => {
		const [colour, margin] = await look(open, 'inventory', desktop, async (page) => {
			await page.locator('button[aria-expanded]').first().hover()
			return await stylesOf(page, 'main button[aria-expanded]', 'background-color', 'margin')
		})
		expect([colour, margin]).toEqual(['rgba(0, 0, 0, 0)', '0px'])
	})

	test.each(['provider', 'result', 'action', 'workshop', 'paper'])('%s: no text goes under the button that opens the navigation when a telephone scrolls', async (name) => {
		const covered = await look(open, name, phone, async (page) => {
			await page.locator('.app-content').evaluate((content) => content.scrollTo(0, 900))
			const button = await page.locator('.app-navigation-toggle').boundingBox()
			return await page.evaluate(({ x, y, width, height }) => document.elementsFromPoint(x + width - 2, y + height / 2).find((element) => element.closest('.ea-page'))?.localName, button!)
		})
		expect(covered).toBe('h2')
	})

	test.each(['directory', 'need', 'settings'])('%s: a telephone does not zoom into a field, whose text is large enough', async (name) => {
		const sizes = await look(open, name, phone, async (page) => await page.locator('.ea-page .ea-input').evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize))))
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
	})
})

describe('the preview host', () => {
	if (noNextcloud !== null) {
		test.skip(`needs a browser and a Nextcloud to compare with: ${noNextcloud}`)
		return
	}

	beforeAll(async () => {
		await Promise.all([start(openPreviewSite), start(openNextcloudSite)])
	})

	test.each([...screens.map(({ name }) => name), 'settings'])('draws %s as a real Nextcloud does', async (name) => {
		const draw = async (page: Page) => {
			const wide = await drawnElements(page)
			await page.setViewportSize(phone)
			return { wide, narrow: await drawnElements(page) }
		}
		const [seen, wanted] = await Promise.all([
			look(openPreviewSite, name, desktop, draw),
			look(openNextcloudSite, name, desktop, async (page) => ({ ...await draw(page), taken: await namesTakenByCore(page) })),
		])
		expect(Object.keys(wanted.wide).length).toBeGreaterThan(3)
		expect(differencesBetween(seen.wide, wanted.wide)).toEqual([])
		expect(differencesBetween(seen.narrow, wanted.narrow)).toEqual([])
		expect(wanted.taken).toEqual([])
	})
})
