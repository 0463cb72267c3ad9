/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser } from 'playwright-core'
import type { WalkOptions } from './support/diagnosis-walk.ts'
import type { Site } from './support/site.ts'

import { afterEach, beforeEach, describe, test } from 'vitest'
import { findChromium, launchChromium } from './support/chromium.ts'
import { walkFromDiagnosisToPlan } from './support/diagnosis-walk.ts'
import { keyboard } from './support/hand.ts'
import { openPreviewSite } from './support/preview-site.ts'
import { phone } from './support/site.ts'

const chromium = findChromium()

describe('from a diagnosis to the next one, on the preview host', () => {
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

	test.each<[string, WalkOptions]>([
		['a finger on a phone', { viewport: phone }],
		['the keyboard alone on a desktop', { handFor: keyboard }],
	])('by %s, what was accepted is planned, told to the board and compared a year later', async (_, options) => {
		await walkFromDiagnosisToPlan(browser, site, options)
	}, 300_000)
})
