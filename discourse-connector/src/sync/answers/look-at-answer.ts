/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { LookParts } from '../look.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { agreeOnAnswer } from './agree-on-answer.ts'
import { keepAnswer, readAnswer } from './answer-link.ts'
import { problemOfAnswer } from './answer-problems.ts'

/** What looking at an answer needs. */
export type LookAtAnswerParts = Pick<LookParts, 'database' | 'client' | 'gate' | 'rendering' | 'howUrl'>

/**
 * Looks at one answer, and says in words for its author when the forum is in the way.
 *
 * @param parts of looking
 * @param look at `reply-<uuid>`
 * @throws {ForumFailure} after its author is told
 */
export async function lookAtAnswer(parts: LookAtAnswerParts, look: Look): Promise<Verdict> {
	const { database, client, gate, rendering, howUrl } = parts
	const uuid = look.record.slice('reply-'.length)
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid)) {
		return 'done'
	}
	if (gate.readOnlySeconds > 0) {
		return { lookAgainAfterSeconds: gate.readOnlySeconds, reason: look.reason, vain: true }
	}
	try {
		return await agreeOnAnswer({ database, client, language: rendering.language, howUrl }, look, uuid)
	} catch (error) {
		if (error instanceof ForumFailure) {
			await noteProblem(parts, uuid, error)
		}
		throw error
	}
}

async function noteProblem({ database: { kysely } }: LookAtAnswerParts, uuid: string, failure: ForumFailure): Promise<void> {
	const problem = problemOfAnswer(failure)
	const answer = problem === null ? undefined : await readAnswer(kysely, uuid)
	// Who waits for a moderator, or for its author's decision, is told of that.
	if (problem !== null && answer !== undefined && answer.status !== 'erased' && answer.problem_kind !== 'waiting' && answer.problem_kind !== 'conflict') {
		await keepAnswer(kysely, answer, { problem })
	}
}
