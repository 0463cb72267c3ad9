/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from '@emancipasso/shared/language/localised-text'
import type { Kysely } from 'kysely'
import type { ForumClient } from '../../forum/client.ts'
import type { Database } from '../../platform/database.ts'
import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Link } from '../topics/link-store.ts'
import type { Answer, AnswerChange } from './answer-link.ts'
import type { ObservedPost } from './answer-state.ts'

import { renderAnswer, renderGoneAnswer } from '@emancipasso/shared/community/answer-post'
import { lockNeed, readNeedForTopic } from '../../community/need-topic.ts'
import { recordOf } from '../../community/tables.ts'
import { ForumFailure } from '../../forum/outcome.ts'
import { sameMeaning } from '../conflict/markdown-meaning.ts'
import { storeReply } from '../replies/reply-store.ts'
import { readLink } from '../topics/link-store.ts'
import { keepAnswer, readAnswer } from './answer-link.ts'
import { topicGone } from './answer-problems.ts'
import { applyToAnswer } from './apply-to-answer.ts'
import { mayPost } from './may-post.ts'
import { observeAnswer } from './observe-answer.ts'
import { reconcileAnswer } from './reconcile-answer.ts'
import { removeTwin } from './twin.ts'

/** How often an answer is compared anew in one look, when somebody changes it meanwhile. */
const ROUNDS = 5
/** A forum may still finish a call whose answer was lost: posts cannot be told apart by it, so sending again waits. */
const RESEND_SECONDS = 120
/** How long after a lost answer a forum may still create a post that is not wanted any more. */
const LATE_SECONDS = 86_400
/** Who is resumed has the answers that waited looked at. */
const SUSPENDED_SECONDS = 86_400

/** What bringing an answer into agreement needs. */
export interface AgreeAnswerParts {
	database: Pick<Database, 'kysely'>
	client: ForumClient
	/** The forum's language. */
	language: Language
	/** Where it is explained how such answers come about. */
	howUrl?: string | undefined
}

/** What is wanted of one answer. */
interface Wanted { post: string | null, stub: string, mustErase: boolean }

/**
 * Brings one answer and its post into agreement.
 *
 * @param parts database, forum and how answers are rendered
 * @param look at the answer
 * @param uuid of the answer
 * @throws {ForumFailure}
 */
export async function agreeOnAnswer(parts: AgreeAnswerParts, look: Look, uuid: string): Promise<Verdict> {
	for (let round = 0; round < ROUNDS; round++) {
		try {
			return await compareOnce(parts, look, uuid)
		} catch (error) {
			if (!(error instanceof ForumFailure) || !(error.kind === 'conflict' || error.kind === 'not-found' || error.effect === 'happened')) {
				throw error
			}
		}
	}
	return { lookAgainAfterSeconds: 30, reason: 'changed again and again' }
}

async function compareOnce(parts: AgreeAnswerParts, look: Look, uuid: string): Promise<Verdict> {
	const { client, database: { kysely } } = parts
	const stored = await readAnswer(kysely, uuid)
	if (stored === undefined) {
		return 'done'
	}
	const wanted = wantedOf(parts, stored)
	if (wanted.post !== null && !stored.isActive) {
		return { lookAgainAfterSeconds: SUSPENDED_SECONDS, reason: 'its author is suspended' }
	}
	const link = await readLink(kysely, recordOf(stored.need_id))
	if (wanted.post !== null && link.state === 'gone') {
		await keepAnswer(kysely, stored, { state: 'gone', problem: topicGone })
		return 'done'
	}
	const answer = await removeTwin(parts, look, stored)
	const observed = await observeAnswer(client, answer, link.topicId)
	const sent = answer.post_id === null && observed.is === 'absent' ? await stillOnItsWay(kysely, answer, wanted) : null
	if (sent !== null) {
		return sent
	}
	if (wanted.post !== null && answer.post_id === null && observed.is === 'absent') {
		const need = await readNeedForTopic(kysely, answer.need_id)
		const refusal = await mayPost(client, link, need?.isPublic === true && need.status === 'published')
		if (refusal !== null) {
			await keepAnswer(kysely, answer, { problem: refusal.problem })
			return { lookAgainAfterSeconds: refusal.seconds, reason: look.reason }
		}
	}
	return await takeSteps(parts, look, { answer: await keepAnswer(kysely, answer, whatIsKnown(answer, observed)), observed, wanted, link })
}

/**
 * A post that was sent, and is not found.
 *
 * @param kysely database
 * @param answer without a known post
 * @param wanted of it
 * @return null when it is to be dealt with now
 */
async function stillOnItsWay(kysely: Kysely<Tables>, answer: Answer, wanted: Wanted): Promise<Verdict | null> {
	const waits = answer.problem_kind === 'waiting'
	const unknown = answer.sent_at !== null && !waits
	const seconds = answer.sentSecondsAgo
	if (wanted.post !== null) {
		return waits ? 'done' : unknown && seconds < RESEND_SECONDS ? { lookAgainAfterSeconds: RESEND_SECONDS - seconds, reason: 'whether it was posted' } : null
	}
	if (unknown && seconds < LATE_SECONDS) {
		return { lookAgainAfterSeconds: Math.max(60, seconds), reason: 'a post may come late' }
	}
	if (answer.state !== 'none') {
		await keepAnswer(kysely, answer, { state: 'none', problem: null })
	}
	return 'done'
}

async function takeSteps(parts: AgreeAnswerParts, look: Look, from: { answer: Answer, observed: ObservedPost, wanted: Wanted, link: Link }): Promise<Verdict> {
	const { client, database: { kysely } } = parts
	const { wanted: { post: wanted, stub, mustErase }, link } = from
	let { answer, observed } = from
	const actions = reconcileAnswer({ wanted, stub, mustErase, settled: answer.settled, acknowledged: answer.acknowledged, observed, wasPosted: answer.post_id !== null })
	const keep = (before: Answer, change: AnswerChange) => keepAnswer(kysely, before, change)
	for (const action of actions) {
		({ answer, observed } = await applyToAnswer({ client, keep, assertMine: look.assertMine, topicId: link.topicId ?? 0, wanted, stub }, answer, observed, action))
		if (action.do === 'create' && observed.is === 'absent') {
			return 'done'
		}
	}
	await look.assertMine()
	await kysely.transaction().execute(async (transaction) => {
		if (!actions.some((action) => action.do === 'mark-gone')) {
			await keepAnswer(transaction, answer, settle(answer, observed, wanted))
		}
		if ('post' in observed && observed.post.topicId === link.topicId) {
			await lockNeed(transaction, answer.need_id)
			await storeReply(transaction, answer.need_id, observed.post, client.url)
		}
	})
	return 'done'
}

function wantedOf({ language, howUrl }: AgreeAnswerParts, { id: uuid, status, name, text }: Answer): Wanted {
	const context = { uuid, language, ...(howUrl === undefined ? {} : { howUrl }) }
	const isWanted = status === 'published' && name !== null && text !== null
	return { post: isWanted ? renderAnswer({ name, text }, context) : null, stub: renderGoneAnswer(context), mustErase: status === 'erased' }
}

/**
 * What follows from having seen the post, before anything is decided.
 *
 * @param answer as it was stored
 * @param observed what the forum says
 */
function whatIsKnown(answer: Answer, observed: ObservedPost): AnswerChange {
	if (!('post' in observed)) {
		return {}
	}
	const { post } = observed
	const isAnswered = answer.conflict_base !== null && answer.conflict_revision !== null && answer.revision > answer.conflict_revision
	const arrived = answer.sending !== null && sameMeaning(answer.sending, post.raw)
	return {
		post_id: post.id,
		posted_at: post.createdAt,
		topic_id: post.topicId,
		...(arrived ? { settled: answer.sending, acknowledged: post.raw, sending: null } : {}),
		...(isAnswered ? { settled: answer.conflict_base, acknowledged: answer.conflict_base, conflict_base: null, conflict_revision: null } : {}),
	}
}

function settle(answer: Answer, observed: ObservedPost, wanted: string | null): AnswerChange {
	if (wanted === null || !('post' in observed)) {
		return { state: 'gone', problem: null, settled: null, acknowledged: null, sending: null, seen: 'post' in observed && observed.is === 'present' ? observed.post.raw : null, conflict_base: null, conflict_revision: null, changed_on_forum: false }
	}
	const { raw, topicId } = observed.post
	const agrees = raw === wanted
	return {
		state: 'linked',
		topic_id: topicId,
		settled: wanted,
		seen: raw,
		sending: null,
		changed_on_forum: !sameMeaning(raw, wanted),
		...(agrees ? { acknowledged: raw, conflict_base: null, conflict_revision: null } : {}),
		...(agrees || answer.conflict_base === null ? { problem: null } : {}),
	}
}
