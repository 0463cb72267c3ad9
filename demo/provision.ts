/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { World } from './world.ts'

import { canonicalText } from '@emancipasso/shared/community/publication'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleNeeds } from './example-needs.ts'
import { addressOf, connectorCommand } from './world.ts'

const examples = fileURLToPath(new URL('../shared/data/example-providers.json', import.meta.url))

/**
 * Lets a cloud in, as the connector's operator would.
 *
 * @param world whose connector runs
 * @param name of the cloud, for its operator
 * @return its token
 */
export async function addInstance(world: World, name: string): Promise<string> {
	const printed = await connectorCommand(world, 'instance', 'add', name)
	const token = /\bemc_[\w-]{40,}/.exec(printed)?.[0]
	if (token === undefined) {
		throw new Error(`The connector gave no token:\n${printed}`)
	}
	return token
}

/**
 * The token of the preview: the one of the last start while the connector takes it, else a new one.
 *
 * @param world whose connector runs
 */
export async function instanceTokenOf(world: World): Promise<string> {
	return await tokenOf(world, 'Nextcloud de démonstration', 'instance-token')
}

/**
 * Publishes the needs of other associations, from a cloud of their own. Those that are there stay as they are.
 *
 * @param world whose connector runs
 */
export async function loadExampleNeeds(world: World): Promise<void> {
	const token = await tokenOf(world, 'Un autre cloud (exemple)', 'example-cloud-token')
	for (const { uuid, organisation, publication } of exampleNeeds) {
		const response = await fetch(`${addressOf(world, 'connector')}/api/v1/needs/${uuid}`, {
			method: 'PUT',
			headers: {
				Authorization: `Bearer ${token}`,
				'Content-Type': 'application/json',
				'Emancipasso-Instance': 'exemple-autre-cloud',
				'Emancipasso-Organisation': organisation,
				'If-None-Match': '*',
			},
			body: canonicalText(publication),
		})
		// Another text under the same id was published by an older release.
		if (!response.ok && response.status !== 412) {
			throw new Error(`The connector did not take an example need:\n${await response.text()}`)
		}
	}
}

/**
 * @param world whose connector runs
 * @param name of the cloud, for its operator
 * @param fileName that keeps the token
 */
async function tokenOf(world: World, name: string, fileName: string): Promise<string> {
	const file = join(world.folder, fileName)
	const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
	if (known !== '' && await isTaken(world, known)) {
		return known
	}
	const token = await addInstance(world, name)
	writeFileSync(file, token, { mode: 0o600 })
	return token
}

/**
 * Whether the connector knows a token. Without the id of the cloud that uses it, it answers 400 to a good one.
 *
 * @param world whose connector runs
 * @param token to try
 */
async function isTaken(world: World, token: string): Promise<boolean> {
	const { status } = await fetch(`${addressOf(world, 'connector')}/api/v1/changes`, { headers: { Authorization: `Bearer ${token}` } })
	return status === 400
}

/**
 * Fills the directory with the example providers, unless it holds something already.
 *
 * @param world whose connector runs
 * @return how many providers the directory shows
 */
export async function loadExamples(world: World): Promise<number> {
	const before = await countProviders(world)
	if (before > 0) {
		return before
	}
	await connectorCommand(world, 'directory', 'import', examples, '--as', 'json')
	const ids = (JSON.parse(readFileSync(examples, 'utf8')) as { id: string }[]).map(({ id }) => id)
	await connectorCommand(world, 'directory', 'list', ...ids)
	return await countProviders(world)
}

/**
 * How many providers the directory shows.
 *
 * @param world whose connector runs
 */
export async function countProviders(world: World): Promise<number> {
	const response = await fetch(`${addressOf(world, 'connector')}/api/v1/providers?limit=1`)
	if (!response.ok) {
		throw new Error(`The directory of the connector answered ${response.status}.`)
	}
	return (await response.json() as { total: number }).total
}
