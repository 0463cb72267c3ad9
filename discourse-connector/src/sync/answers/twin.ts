/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Look } from '../../platform/hint-queue.ts'
import type { AgreeAnswerParts } from './agree-on-answer.ts'
import type { Answer } from './answer-link.ts'

import { deletePost, readPost } from '../../forum/posts.ts'
import { keepAnswer } from './answer-link.ts'
import { isMarked } from './observe-answer.ts'

/**
 * Deletes the second post of an answer: a forum may finish a call that was given up, long after it was sent again.
 *
 * @param parts database and forum
 * @param look at the answer
 * @param answer that may have a twin
 * @return the answer without it
 * @throws {ForumFailure}
 */
export async function removeTwin(parts: Pick<AgreeAnswerParts, 'database' | 'client'>, look: Look, answer: Answer): Promise<Answer> {
	const { twin_post_id: twinId } = answer
	if (twinId === null) {
		return answer
	}
	const twin = twinId === answer.post_id ? null : await readPost(parts.client, twinId)
	if (twin !== null && !twin.deleted && twin.number > 1 && isMarked(parts.client, answer.id, twin)) {
		await look.assertMine()
		await deletePost(parts.client, twin.id)
	}
	return await keepAnswer(parts.database.kysely, answer, { twin_post_id: null })
}
