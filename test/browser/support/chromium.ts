/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser } from 'playwright-core'

import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** The one that never draws a window first: it takes half of the time. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The browser of this machine; CHROMIUM names another place. Nothing is ever downloaded. */
export function findChromium(): { path: string } | { missing: string } {
	const path = [process.env.CHROMIUM, ...places].find((place) => place !== undefined && existsSync(place))
	return path === undefined ? { missing: 'no Chromium on this machine (CHROMIUM names another place)' } : { path }
}

/** Starts the browser of this machine. */
export async function launchChromium(): Promise<Browser> {
	const found = findChromium()
	if ('missing' in found) {
		throw new Error(found.missing)
	}
	return await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
