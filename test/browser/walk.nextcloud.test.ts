/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, test } from 'vitest'
import { findChromium, launchChromium } from './support/chromium.ts'
import { nextcloudMissing, openNextcloudSite } from './support/nextcloud-site.ts'
import { walkTheWholePath } from './support/walk.ts'

const chromium = findChromium()
const missing = 'missing' in chromium ? chromium.missing : nextcloudMissing()

describe('the whole path on a real Nextcloud', () => {
	if (missing !== null) {
		test.skip(`needs a browser and a Nextcloud: ${missing}`)
		return
	}

	test('leads from a search with typos to an answer read in the app', async () => {
		const site = await openNextcloudSite()
		const browser = await launchChromium()
		try {
			await walkTheWholePath(browser, site)
		} finally {
			await browser.close()
			await site.close()
		}
	}, 300_000)
})
