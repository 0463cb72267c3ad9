/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { BackupRules } from './platform/backup-format.ts'

import { renameFeed } from './community/change-feed.ts'
import { HintClaims } from './platform/hint-claims.ts'
import { compareEverything } from './sync/compare-everything.ts'

/** What a backup leaves out, and what a restore does beside bringing back the rows. */
export const backupRules: BackupRules = {
	momentary: ['request_count', 'forum_gate', 'console_session', 'console_nonce', 'console_forum_check'],
	async afterRestore(transaction) {
		await renameFeed(transaction)
		await new HintClaims(transaction, 0, { secondsAhead: 0 }).giveBackAll()
		await compareEverything(transaction)
	},
}
