/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './scene.ts'

import { AdminSettings } from '@emancipasso/shared/contract/app-api'

/**
 * Joins the app to a connector, as its administrator would.
 *
 * @param scene of the host
 * @param connector to join
 * @param connector.url its address
 * @param connector.token that its operator gave
 */
export async function join({ client }: Pick<Scene, 'client'>, connector: { url: string, token: string }): Promise<void> {
	await client.data(AdminSettings, 'admin', 'writeSettings', { body: { connectorUrl: connector.url, token: connector.token, leaveBehind: true } })
}

/**
 * Takes the app away from its connector.
 *
 * @param scene of the host
 */
export async function part({ client }: Pick<Scene, 'client'>): Promise<void> {
	await client.data(AdminSettings, 'admin', 'writeSettings', { body: { connectorUrl: '', token: '', leaveBehind: true } })
}

/**
 * The connector of the host under test.
 *
 * @param scene of the host
 * @throws {Error} where there is none
 */
export function connectorOf({ client }: Scene): { url: string, token: string } {
	const { connector } = client.app
	if (connector === null) {
		throw new Error('This host was started without a connector.')
	}
	return connector
}
