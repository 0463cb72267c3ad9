/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Migration } from '@emancipasso/shared/plan/action'
import type { ActionStatus } from '@emancipasso/shared/plan/action-status'
import type { ChangedLines } from '@emancipasso/shared/plan/follow-move'

/** What undoes a change of the list of tools that a move was followed with, and what it was, in words. */
export interface FollowedMove {
	before: ChangedLines
	migration: Migration
	said: string
	/** Of the action then; another one is another question. */
	status: ActionStatus
}

/** By action, for as long as the app is open: who goes to look at the list can still come back and undo it. */
export const followedMoves = new Map<string, FollowedMove>()
