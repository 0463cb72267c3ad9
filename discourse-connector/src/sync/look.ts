/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumGate } from '../forum/gate.ts'
import type { Database } from '../platform/database.ts'
import type { Look, Verdict } from '../platform/hint-queue.ts'
import type { DetectionParts } from './detection/parts.ts'
import type { AgreeParts } from './topics/agree.ts'
import type { ForumAccess } from './trouble/access.ts'

import { readFacts } from '../forum/categories.ts'
import { ForumFailure } from '../forum/outcome.ts'
import { lookAtAnswer } from './answers/look-at-answer.ts'
import { detect, isDetection } from './detection/detect.ts'
import { agreeOn } from './topics/agree.ts'
import { lookAtTopic } from './topics/look-at-topic.ts'
import { ACCESS_RECORD } from './trouble/access.ts'
import { noteFailure, unsent } from './trouble/failure.ts'

/** What looking at a record needs. */
export interface LookParts extends AgreeParts {
	database: Database
	gate: ForumGate
	access: ForumAccess
	/** Where it is explained how answers from clouds come about. */
	howUrl?: string | undefined
	/** Without it nothing is detected that no webhook told. */
	detection?: Omit<DetectionParts, 'client' | 'repliesKeptDays'> | undefined
	/** Aborted once the process is to end: no call is begun any more. */
	ending?: AbortSignal
}

/**
 * The one job of the synchronisation: look at a record again. It compares what is wanted, what was agreed and what the
 * forum says, and repairs the difference; looking once more changes nothing.
 *
 * @param parts database, forum and how topics are rendered
 * @return looks at `need-<uuid>`, `reply-<uuid>`, `topic-<number>`, and at the records of access and detection
 */
export function createLook(parts: LookParts): (look: Look) => Promise<Verdict> {
	return async (look) => {
		// Each look asks for its turn by its own priority.
		let client = parts.client.at(look.priority)
		try {
			if (look.record === ACCESS_RECORD) {
				return await parts.access.look(look)
			}
			if (look.failures > 0) {
				// When the forum answers this and fails at the record again, that is the record's trouble and nobody else's.
				await readFacts(client)
				client = client.suspecting()
			}
			const mine = { ...parts, client }
			if (look.record.startsWith('topic-')) {
				return await lookAtTopic(mine, look)
			}
			if (look.record.startsWith('reply-')) {
				return await lookAtAnswer(mine, look)
			}
			if (isDetection(look.record)) {
				const { detection } = parts
				return detection === undefined ? 'done' : await detect({ ...detection, client: mine.client, adminClient: detection.adminClient.at(look.priority), repliesKeptDays: parts.repliesKeptDays }, look)
			}
			// What can only be read now is not read in vain by those who must write.
			const { readOnlySeconds } = parts.gate
			if (readOnlySeconds > 0 && await unsent(parts, look.record) !== null) {
				return { lookAgainAfterSeconds: readOnlySeconds, reason: look.reason, vain: true }
			}
			return look.record.startsWith('need-') ? await agreeOn(mine, look) : 'done'
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
