/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../platform/database.ts'
import type { Look, Verdict } from '../platform/hint-queue.ts'
import type { AgreeParts } from './agree.ts'
import type { ForumPause } from './pause.ts'

import { ForumFailure } from '../forum/outcome.ts'
import { agreeOn } from './agree.ts'
import { noteFailure } from './failure.ts'
import { lookAtTopic } from './look-at-topic.ts'

/** What looking at a record needs. */
export interface LookParts extends AgreeParts {
	database: Database
	/** Shared by all looks of this process. */
	pause: ForumPause
	/** Aborted once the process is to end: no call is begun any more. */
	ending?: AbortSignal
}

/**
 * The one job of the synchronisation: look at a record again. It compares what is wanted, what was agreed and what the
 * forum says, and repairs the difference; looking once more changes nothing.
 *
 * @param parts database, forum and how topics are rendered
 * @return looks at `need-<uuid>` or `topic-<number>`
 */
export function createLook(parts: LookParts): (look: Look) => Promise<Verdict> {
	return async (look) => {
		if (parts.pause.remaining > 0) {
			return { lookAgainAfterSeconds: parts.pause.remaining, reason: look.reason }
		}
		try {
			if (look.record.startsWith('topic-')) {
				return await lookAtTopic(parts, look)
			}
			const verdict = look.record.startsWith('need-') ? await agreeOn(parts, look) : 'done'
			parts.pause.end()
			return verdict
		} catch (error) {
			if (parts.ending?.aborted === true) {
				return { lookAgainAfterSeconds: 0, reason: look.reason }
			}
			if (!(error instanceof ForumFailure)) {
				throw error
			}
			return await noteFailure(parts, look, error)
		}
	}
}
