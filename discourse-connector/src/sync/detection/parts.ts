/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { DetectionConfiguration } from '../../platform/configuration.ts'
import type { Database } from '../../platform/database.ts'
import type { Log } from '../../platform/log.ts'
import type { TopicMapping } from '../topics/mapping.ts'

/** What detection works with. */
export interface DetectionParts {
	database: Database
	client: ForumClient
	/** For the journal and Data Explorer, which take an admin's key. */
	adminClient: ForumClient
	/** Of the configuration. Topics of people in our categories may be of interest. */
	categories: TopicMapping['categories']
	settings: DetectionConfiguration
	/** How many days after they were shown last copies of replies are kept; without end when left out. */
	repliesKeptDays?: number | undefined
	log: Pick<Log, 'info' | 'warn' | 'error'>
	/** By how many seconds tests are ahead of the database's clock. */
	clock?: { readonly secondsAhead: number }
}
