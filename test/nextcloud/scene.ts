/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ScriptedConnector } from './scripted-connector.ts'
import type { Nextcloud } from './server.ts'

/** A real Nextcloud, and a connector that does what a test tells it. */
export interface Scene {
	nextcloud: Nextcloud
	connector: ScriptedConnector
}
