/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Priority } from '../platform/hints.ts'
import type { ForumCall } from './client.ts'
import type { ForumFailure } from './outcome.ts'
import type { PauseKind } from './tables.ts'

/** What is asked for whatever the record. */
const OF_NO_RECORD = /^GET \/(?:about|tags|site\/settings)\.json$/

/** For whom a client calls. */
export interface CallTurn {
	priority: Priority
	/** Whether a call was made already: what is begun is not broken off for want of tokens. */
	begun: boolean
	/** Whether it is to find out if the key works again. */
	probes: boolean
	/** Whether the forum answered a moment ago and failed at this record before: failing again it says nothing of itself. */
	suspect?: boolean
}

/** A call that may be made. */
export interface Ticket {
	/** By the database's clock: microseconds since 1970. */
	at: number
	troubled: boolean
}

/** Decides when calls are made, and learns from how they end. */
export interface CallGate {
	/**
	 * Waits for the call's turn.
	 *
	 * @throws {Postponed} when it is not to be made now
	 */
	enter(call: ForumCall, turn: CallTurn): Promise<Ticket>
	/** Learns how the call ended; null when the forum itself answered well. */
	leave(call: ForumCall, turn: CallTurn, ticket: Ticket, failure: ForumFailure | null): Promise<void>
}

/**
 * Whether the forum, or what is in front of it, failed at a call for a record: it may be this record's trouble alone.
 *
 * @param failure of a call
 */
export function mayBeRecords(failure: ForumFailure): boolean {
	const { kind, status, call } = failure
	return kind === 'away' && status !== null && status >= 500 && !OF_NO_RECORD.test(call)
}

/**
 * What a failure says of the forum as a whole.
 *
 * @param failure of a call
 * @return null when it says that the forum is there
 */
export function pauseAfter(failure: ForumFailure): PauseKind | null {
	const { kind } = failure
	switch (kind) {
		case 'away':
		case 'busy':
		case 'read-only':
		case 'moved': return kind
		default: return null
	}
}
