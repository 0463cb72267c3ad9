/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser, BrowserContext } from 'playwright-core'
import type { PersonId } from '../../nextcloud/people.ts'
import type { Nextcloud } from '../../nextcloud/server.ts'
import type { Site } from './site.ts'

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadExamples } from '../../../demo/provision.ts'
import { startNextcloud } from '../../nextcloud/server.ts'
import { findNextcloud } from '../../nextcloud/tree.ts'
import { startStack } from '../../support/stack.ts'
import { desktop, frenchVisitor } from './site.ts'

/** Stands in for scripts of the server that a tree without its built files lacks. */
const coreGlobals = process.env.NEXTCLOUD_CORE_GLOBALS ?? fileURLToPath(new URL('../../../../shared/nextcloud/core-globals.js', import.meta.url))

/** Why the walk on a real Nextcloud cannot run on this machine, or null when it can. */
export function nextcloudMissing(): string | null {
	const tree = findNextcloud()
	if ('missing' in tree) {
		return tree.missing
	}
	return existsSync(coreGlobals) ? null : 'no stand-in for the scripts of the server (NEXTCLOUD_CORE_GLOBALS names it)'
}

/** A real Nextcloud with the packaged app, joined to the real connector with the example providers. */
export async function openNextcloudSite(): Promise<Site> {
	const stack = await startStack({ preview: false, prepare: loadExamples })
	const nextcloud = await startNextcloud({ connector: { url: stack.connector, token: stack.instanceToken } })
	await nextcloud.runJob()
	return {
		app: appAddress(nextcloud),
		settings: `${nextcloud.url}/index.php/settings/admin/emancipasso`,
		fileAddress: (path) => encodeURI(`${nextcloud.url}/remote.php/dav/files/${nextcloud.people.alix.id}${path}`),
		openContext: async (browser, size = {}) => await openContextOf(nextcloud, 'alix', browser, size),
		async close() {
			await Promise.all([nextcloud.close(), stack.close()])
		},
	}
}

/**
 * Address of the app's first page, with a slash at the end.
 *
 * @param nextcloud that runs
 */
export function appAddress(nextcloud: Nextcloud): string {
	return `${nextcloud.url}/index.php/apps/emancipasso/`
}

/**
 * A window of somebody who is signed in.
 *
 * @param nextcloud that runs
 * @param person whose window it is
 * @param browser of this machine
 * @param size of the window
 */
export async function openContextOf(nextcloud: Nextcloud, person: PersonId, browser: Browser, size: { width?: number, height?: number } = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ ...frenchVisitor, viewport: { ...desktop, ...size } })
	const { Cookie } = await nextcloud.headers(person)
	await context.addCookies((Cookie ?? '').split('; ').map((cookie) => ({ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url: nextcloud.url })))
	await useCoreGlobals(context)
	return context
}

/**
 * Leaves the scripts of the server and of other apps out, since they need the ones that the tree lacks.
 *
 * @param context of the visitor
 */
async function useCoreGlobals(context: BrowserContext): Promise<void> {
	await context.addInitScript(readFileSync(coreGlobals, 'utf8'))
	await context.route(/\.m?js(\?|$)/, async (route) => {
		const { pathname } = new URL(route.request().url())
		if (pathname.includes('/apps/emancipasso/') || pathname.includes('/l10n/')) {
			await route.continue()
		} else {
			await route.fulfill({ contentType: 'text/javascript', body: '' })
		}
	})
}
