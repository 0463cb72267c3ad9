/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumClient } from '../../forum/client.ts'
import type { ForumPost } from '../../forum/replies.ts'
import type { Answer, AnswerChange } from './answer-link.ts'
import type { AnswerAction, ObservedPost, ReadPost } from './answer-state.ts'

import { ForumFailure } from '../../forum/outcome.ts'
import { changePost, createReply, deletePost, hideRevision } from '../../forum/posts.ts'
import { answerConflict, gonePost, waitingAnswer } from './answer-problems.ts'

/** What one step needs. */
export interface ApplyAnswerParts {
	client: ForumClient
	/** Makes the answer last, before and after calls that cannot be repeated. */
	keep: (answer: Answer, change: AnswerChange) => Promise<Answer>
	/** Throws when another worker looks at the answer now. */
	assertMine: () => Promise<void>
	/** The topic in which the answer is posted. */
	topicId: number
	/** What is wanted now; null when nothing is. */
	wanted: string | null
	/** What stays where a post cannot be deleted. */
	stub: string
}

/** Where a step led. */
export interface AppliedAnswer { answer: Answer, observed: ObservedPost }

/**
 * Takes one step towards agreement and keeps what came of it.
 *
 * @param parts the forum and how answers are kept
 * @param answer as it stands
 * @param observed what the forum said before
 * @param action the step
 * @return the answer and the forum as they stand now
 * @throws {ForumFailure}
 */
export async function applyToAnswer(parts: ApplyAnswerParts, answer: Answer, observed: ObservedPost, action: AnswerAction): Promise<AppliedAnswer> {
	switch (action.do) {
		case 'create': return await create(parts, answer, observed, action.raw)
		case 'change': return await change(parts, answer, action)
		case 'yield': return {
			answer: await parts.keep(answer, { settled: parts.wanted, acknowledged: parts.wanted, conflict_base: action.base, conflict_revision: answer.revision, problem: answerConflict }),
			observed,
		}
		case 'erase': return { answer, observed: await erase(parts, observed, action.post) }
		case 'delete': return { answer, observed: await remove(parts, observed.is === 'absent' || observed.is === 'foreign' ? action.post : observed.post) }
		default: return { answer: await parts.keep(answer, { state: 'gone', problem: gonePost(action.why) }), observed }
	}
}

/**
 * Posts an answer. That it is being sent is kept first: whoever looks after a crash then looks for it before sending again.
 *
 * @param parts the forum and how answers are kept
 * @param answer without a post
 * @param observed what the forum said before
 * @param raw of the post
 */
async function create(parts: ApplyAnswerParts, answer: Answer, observed: ObservedPost, raw: string): Promise<AppliedAnswer> {
	const sending = await parts.keep(answer, { state: 'sent', settled: raw, acknowledged: raw, sent: 'now' })
	await parts.assertMine()
	const post = await createReply(parts.client, parts.topicId, raw).catch(async (error: unknown) => {
		if (error instanceof ForumFailure && error.effect === 'did-not-happen') {
			await parts.keep(sending, { state: answer.state, settled: answer.settled, acknowledged: answer.acknowledged, sent: answer.sent_at })
		}
		throw error
	})
	if (post === null) {
		return { answer: await parts.keep(sending, { problem: waitingAnswer }), observed }
	}
	return { answer: await parts.keep(sending, { post_id: post.id, posted_at: post.createdAt, topic_id: post.topicId }), observed: present(post, raw) }
}

async function change(parts: ApplyAnswerParts, answer: Answer, { post, raw, joined }: AnswerAction & { do: 'change' }): Promise<AppliedAnswer> {
	// Ours alone is what comes back: where people's lines are joined in, the merge itself says the same a second time.
	const sending = joined ? answer : await parts.keep(answer, { sending: raw })
	await parts.assertMine()
	const changed = await changePost(parts.client, post.id, raw, post.raw)
	const next = await parts.keep(sending, { settled: parts.wanted, acknowledged: joined ? parts.wanted : changed.raw, sending: null })
	return { answer: next, observed: present(changed, raw) }
}

/**
 * Takes the text out of a post, and out of what the forum shows of its earlier versions where the key allows.
 *
 * @param parts the forum
 * @param observed what the forum said before
 * @param post that loses its text
 */
async function erase(parts: ApplyAnswerParts, observed: ObservedPost, post: ReadPost): Promise<ObservedPost> {
	await parts.assertMine()
	const changed = await changePost(parts.client, post.id, parts.stub, post.raw)
	for (let version = 2; version <= changed.version; version++) {
		await tolerating(['forbidden', 'not-found', 'refused'], () => hideRevision(parts.client, post.id, version))
	}
	return observed.is === 'deleted' ? { is: 'deleted', post: changed } : present(changed, parts.stub)
}

/**
 * Deletes a post, or puts the stub in its place where the forum does not let us.
 *
 * @param parts the forum
 * @param post that is not wanted any more
 */
async function remove(parts: ApplyAnswerParts, post: ReadPost): Promise<ObservedPost> {
	await parts.assertMine()
	if (await tolerating(['forbidden', 'refused'], () => deletePost(parts.client, post.id))) {
		return { is: 'deleted', post: { ...post, deleted: true } }
	}
	return post.raw === parts.stub ? present(post, post.raw) : present(await changePost(parts.client, post.id, parts.stub, post.raw), parts.stub)
}

/**
 * Makes a call that may be refused.
 *
 * @param kinds of failure that are borne
 * @param call to make
 * @return whether it was not refused
 */
async function tolerating(kinds: readonly ForumFailure['kind'][], call: () => Promise<void>): Promise<boolean> {
	try {
		await call()
		return true
	} catch (error) {
		if (error instanceof ForumFailure && kinds.includes(error.kind)) {
			return false
		}
		throw error
	}
}

function present(post: ForumPost, sent: string): ObservedPost & { is: 'present' } {
	return { is: 'present', post: { ...post, raw: post.raw ?? sent } }
}
