/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser } from 'playwright-core'
import type { Screen } from './support/screens.ts'
import type { Site } from './support/site.ts'

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchChromium } from './support/chromium.ts'
import { liveFirstWeeks } from './support/example-life.ts'
import { openPreviewSite } from './support/preview-site.ts'
import { openScreen, screens } from './support/screens.ts'
import { desktop, phone } from './support/site.ts'

/** Where the pictures of the documentation are. */
const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url))

/** Names of the screens to picture, from the command line; all when there are none. */
const wanted = process.argv.slice(2)

/** A picture shows at most this much of a long page, in pixels. */
const tallest = 2400

/**
 * Takes a picture of one screen on a desktop and on a phone.
 *
 * @param browser of this machine
 * @param site with the app
 * @param name of the picture
 * @param address of the screen
 * @param first what the visitor does there
 */
async function picture(browser: Browser, site: Site, name: string, address: string, first?: Screen['first']): Promise<void> {
	if (wanted.length > 0 && !wanted.includes(name)) {
		return
	}
	for (const [device, size] of [['desktop', desktop], ['phone', phone]] as const) {
		const context = await site.openContext(browser, size)
		const page = await context.newPage()
		await openScreen(page, address, first)
		// The app scrolls inside its frame: a window as tall as its content shows all of it.
		const height = await page.evaluate(() => {
			const content = document.querySelector('.app-content, #app-content, #emancipasso-workshop > *') ?? document.documentElement
			return content.scrollHeight - content.clientHeight
		})
		await page.setViewportSize({ width: size.width, height: Math.min(size.height + height, tallest) })
		await page.screenshot({ path: join(folder, `${name}-${device}.png`), animations: 'disabled' })
		await context.close()
	}
	console.log(`${name}: ${address}`)
}

mkdirSync(folder, { recursive: true })
const site = await openPreviewSite()
const browser = await launchChromium()
try {
	await picture(browser, site, 'welcome', site.app)
	const context = await site.openContext(browser)
	const life = await liveFirstWeeks(site, context)
	await context.close()
	for (const { name, path, first } of screens) {
		await picture(browser, site, name, site.app + path(life), first)
	}
	await picture(browser, site, 'settings', site.settings)
	await picture(browser, site, 'forum', life.topic)
} finally {
	await browser.close()
	await site.close()
}
