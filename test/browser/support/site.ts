/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A cloud with the app that a browser can visit as someone who may do everything. */
export interface Site {
	/** Address of the app's first page, with a slash at the end. */
	app: string
	/** Address of the app's settings for administrators. */
	settings: string
	/** Address from which someone who is signed in can read a file of their own; the path begins with a slash. */
	fileAddress(path: string): string
	/** A window of someone who is signed in. */
	openContext(browser: Browser, options?: { width?: number, height?: number }): Promise<BrowserContext>
	close(): Promise<void>
}

/** Sizes of screen that the tests look at. */
export const desktop = { width: 1280, height: 900 }
export const phone = { width: 360, height: 740 }

/** What a French visitor's browser says of itself. */
export const frenchVisitor = { locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' } as const

/**
 * Notes what a page complains of, for tests that allow nothing.
 *
 * @param page to listen to
 * @return the complaints so far
 */
export function complaintsOf(page: Page): string[] {
	const complaints: string[] = []
	page.on('pageerror', (error) => complaints.push(error.message))
	page.on('console', (message) => {
		if (message.type() === 'error') {
			complaints.push(`${message.text()} (${message.location().url})`)
		}
	})
	return complaints
}
