/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { World } from './world.ts'

import { connectorCommand } from './world.ts'

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
