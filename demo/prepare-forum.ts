/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { World } from './world.ts'

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forumCommand } from '../discourse-connector/src/forum/setup/command.ts'
import { readVariables } from '../discourse-connector/src/forum/setup/environment-file.ts'
import { addressOf, connectorEnvironment } from './world.ts'

/**
 * Prepares the example forum once, as the operator of a connector would: a narrow key, tag groups, events of the webhook.
 *
 * @param world whose forum runs
 * @return the connector's variables that come of it
 * @throws {Error} with the report, when something stands in the way
 */
export async function preparedForum(world: World): Promise<Record<string, string>> {
	const [file, key] = [join(world.folder, 'forum.env'), join(world.folder, 'forum-admin-key')]
	if (!await isTaken(world, readVariables(file).DISCOURSE_API_KEY)) {
		writeFileSync(key, world.secrets.apiKey, { mode: 0o600 })
		const lines: string[] = []
		const say = (line: string) => lines.push(line)
		try {
			const command = forumCommand(connectorEnvironment(world), { input: process.stdin, output: process.stderr })
			if (await command(['setup', '--url', addressOf(world, 'forum'), '--key-file', key, '--write-env', file, '--without-journal', '--yes'], { directory: world.folder, print: say, complain: say }) !== 0) {
				throw new Error(lines.join('\n'))
			}
		} finally {
			rmSync(key, { force: true })
		}
	}
	return { DISCOURSE_API_KEY: readVariables(file).DISCOURSE_API_KEY ?? world.secrets.apiKey }
}

/**
 * Whether the forum takes a key: it may have been thrown away, or the last start cut off.
 *
 * @param world whose forum runs
 * @param key that was made for the connector
 */
async function isTaken(world: World, key: string | undefined): Promise<boolean> {
	return key !== undefined && (await fetch(`${addressOf(world, 'forum')}/session/scopes.json`, { headers: { 'Api-Key': key, 'Api-Username': 'emancipasso' } })).ok
}
