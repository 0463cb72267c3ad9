/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumGate } from '../forum/gate.ts'
import type { Configuration } from '../platform/configuration.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'

/** What the console shows and commands. */
export interface ConsoleParts {
	database: Database
	configuration: Configuration
	/** Where people reach the connector, without a slash at the end. */
	url: string
	/** Lets in who has no account on the forum yet; undefined where nobody knows one. */
	adminToken: string | undefined
	/** Undefined without a forum. */
	gate: ForumGate | undefined
	log: Pick<Log, 'warn'>
}
