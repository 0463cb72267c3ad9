/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser } from 'playwright-core'
import type { Site } from './support/site.ts'

import { afterEach, beforeEach, describe, test } from 'vitest'
import { findChromium, launchChromium } from './support/chromium.ts'
import { keyboard, mouse } from './support/hand.ts'
import { openPreviewSite } from './support/preview-site.ts'
import { walkTheWholePath } from './support/walk.ts'

const chromium = findChromium()

describe('the whole path on the preview host', () => {
	if ('missing' in chromium) {
		test.skip(`needs a browser: ${chromium.missing}`)
		return
	}

	let site: Site
	let browser: Browser
	beforeEach(async () => {
		site = await openPreviewSite()
		browser = await launchChromium()
	})
	afterEach(async () => {
		await browser?.close()
		await site?.close()
	})

	test('leads from a search with typos to an answer read in the app', async () => {
		await walkTheWholePath(browser, site, () => mouse)
	})

	test('can be walked with the keyboard alone', async () => {
		await walkTheWholePath(browser, site, keyboard)
	})
})
