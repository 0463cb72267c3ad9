/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Site } from './site.ts'

import { loadExamples } from '../../../demo/provision.ts'
import { startStack } from '../../support/stack.ts'
import { desktop, frenchVisitor } from './site.ts'

/** The preview host, joined to the real connector with the example providers. */
export async function openPreviewSite(): Promise<Site> {
	const stack = await startStack({ prepare: loadExamples })
	return {
		app: `${stack.preview}/index.php/apps/emancipasso/`,
		settings: `${stack.preview}/index.php/settings/admin/emancipasso`,
		fileAddress: (path) => encodeURI(`${stack.preview}/index.php/apps/files${path}`),
		openContext: async (browser, size = {}) => await browser.newContext({ ...frenchVisitor, viewport: { ...desktop, ...size } }),
		close: async () => await stack.close(),
	}
}
