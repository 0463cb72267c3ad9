/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppUnderTest } from './app-under-test.ts'

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startStack } from '../support/stack.ts'
import { appContract } from './app-contract.ts'

/** The preview host as a process, joined to the real connector. */
async function start(): Promise<AppUnderTest> {
	const stack = await startStack()
	const headers: AppUnderTest['headers'] = async (user) => user === 'anonymous' ? {} : { Authorization: `Basic ${btoa(`${user}:${user}`)}` }
	return {
		base: stack.preview,
		headers,
		async hideGroup(group) {
			await fetch(`${stack.preview}/ocs/v2.php/cloud/groups/${group}?untold`, { method: 'DELETE', headers: { 'OCS-APIRequest': 'true', ...await headers('admin') } })
		},
		connector: { url: stack.connector, token: stack.instanceToken },
		instance: async () => (JSON.parse(readFileSync(join(stack.world.folder, 'preview.json'), 'utf8')) as { instance: string }).instance,
		close: async () => await stack.close(),
	}
}

appContract('the preview host', start)
