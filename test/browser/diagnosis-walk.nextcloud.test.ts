/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, test } from 'vitest'
import { findChromium, launchChromium } from './support/chromium.ts'
import { walkFromDiagnosisToPlan } from './support/diagnosis-walk.ts'
import { nextcloudMissing, openNextcloudSite } from './support/nextcloud-site.ts'

const chromium = findChromium()
const missing = 'missing' in chromium ? chromium.missing : nextcloudMissing()

describe('from a diagnosis to the next one, on a real Nextcloud', () => {
	if (missing !== null) {
		test.skip(`needs a browser and a Nextcloud: ${missing}`)
		return
	}

	test('what was accepted is planned, told to the board and compared a year later', async () => {
		const site = await openNextcloudSite()
		const browser = await launchChromium()
		try {
			await walkFromDiagnosisToPlan(browser, site)
		} finally {
			await browser.close()
			await site.close()
		}
	}, 600_000)
})
