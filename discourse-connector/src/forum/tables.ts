/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Generated } from 'kysely'
import type { Instant } from '../platform/tables.ts'
import type { AccessFault } from './access-faults.ts'

/** Why the forum is left alone for a while. */
export type PauseKind = 'away' | 'busy' | 'read-only' | 'moved'

declare module '../platform/tables.ts' {
	interface Tables {
		/** One row, shared by all processes: what may be asked of the forum now. */
		forum_gate: ForumGateTable
	}
}

interface ForumGateTable {
	id: number
	/** Calls that may be made at once, as of `filled_at`. */
	tokens: number
	/** Calls that each lower priority has a right to, whatever the others do; negative after it made more. */
	change_share: number
	detection_share: number
	audit_share: number
	filled_at: Instant
	/** Whether who changed the row last may call. */
	granted: Generated<boolean>
	pause_kind: PauseKind | null
	/** In the past while nobody knows yet whether the trouble is over. */
	pause_until: Instant | null
	/** Until then the one call that finds out has time; null while there is none. */
	trial_until: Instant | null
	/** When the present pause began: calls from before say nothing new. */
	pause_begun_at: Instant | null
	/** Pauses in a row, without a good answer between them. */
	pauses: number
	/** What is wrong with the key or the bot; null while calls are welcome. */
	closed_by: AccessFault | null
	closed_at: Instant | null
}
