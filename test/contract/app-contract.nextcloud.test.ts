/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppUnderTest } from './app-under-test.ts'

import { describe, test } from 'vitest'
import { startNextcloud } from '../nextcloud/server.ts'
import { findNextcloud } from '../nextcloud/tree.ts'
import { startStack } from '../support/stack.ts'
import { appContract } from './app-contract.ts'

/** The packaged app on a Nextcloud of its own, joined to the real connector. */
async function start(): Promise<AppUnderTest> {
	const stack = await startStack({ preview: false })
	const nextcloud = await startNextcloud()
	return {
		base: nextcloud.url,
		headers: async (user) => user === 'anonymous' ? {} : await nextcloud.headers(user),
		connector: { url: stack.connector, token: stack.instanceToken },
		instance: nextcloud.instanceId,
		hideGroup: nextcloud.hideGroup,
		async close() {
			await Promise.all([nextcloud.close(), stack.close()])
		},
	}
}

const tree = findNextcloud()

if ('missing' in tree) {
	describe('the app on a real Nextcloud', () => {
		test.skip(`needs one: ${tree.missing}`)
	})
} else {
	appContract('a real Nextcloud', start)
}
