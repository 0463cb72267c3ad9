/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedKind } from '@emancipasso/shared/community/need-vocabulary'
import type { ForumFacts } from '../categories.ts'
import type { ForumClient } from '../client.ts'
import type { Finding } from './finding.ts'
import type { ForumWishes } from './wishes.ts'

/** The keys at hand. */
export interface ForumClients {
	/** An admin's, for setting up only. */
	admin: ForumClient | null
	/** The bot's: what the connector writes with. */
	bot: ForumClient | null
	/** Reads what only admins see. */
	reader: ForumClient | null
}

/** What repairing needs besides. */
export interface RepairTools {
	/** A client with a key that was just made for an account. */
	clientWith: (apiKey: string, username: string) => ForumClient
	/** Stores variables of the connector's environment, before anything that depends on them goes on. */
	keep: (variables: Readonly<Record<string, string>>) => Promise<void>
}

/** What is known during a run; repairs put in what they made. */
export interface Situation extends ForumClients {
	wishes: ForumWishes
	categories: Partial<Record<NeedKind, number>>
	facts: ForumFacts
}

/** A finding, and what can be done about it. */
export interface Step {
	finding: Finding
	/** Does it, and says so. */
	mend?: (tools: RepairTools) => Promise<Finding>
	/** Said in place of the finding where the forum refuses the repair. */
	otherwise?: Finding
}

/** Looks at one subject. It changes nothing. */
export type Check = (situation: Situation) => Promise<Step[]>
