/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Look, Verdict } from '../../platform/hint-queue.ts'
import type { LookParts } from '../look.ts'
import type { Desired } from '../topics/state.ts'
import type { LinkProblem } from './problems.ts'

import { isDeepStrictEqual } from 'node:util'
import { mayBeRecords } from '../../forum/call-gate.ts'
import { ForumFailure, Postponed } from '../../forum/outcome.ts'
import { readRecord } from '../topics/desired.ts'
import { keepLink, readLink } from '../topics/link-store.ts'
import { fieldsOf } from '../topics/settle.ts'
import { failingProblem, forbiddenProblem, operatorProblem, unreadableProblem } from './operator-problems.ts'
import { problemOf, takenProblem } from './problems.ts'

/** A refused text is looked at again without a hint too: somebody may have changed the forum's settings. */
const REFUSED_SECONDS = 3600
/** Rights on a forum are given in minutes. */
const FORBIDDEN_SECONDS = 600

/** What a failed call means for a record. */
interface Judgement {
	/** Null when its author need not know. */
	problem: LinkProblem | null
	/** Until it is looked at again. */
	seconds: number
	/** Whether it is the record that is refused, and not the forum's state. */
	isRecords: boolean
}

/**
 * Decides what a failed call means for a record: trouble of the whole forum costs no attempt, what only the operator can
 * mend is not blamed on the author, a refused text waits for its author. A record at which the forum fails is tried
 * later and later.
 *
 * @param parts of looking
 * @param look that failed
 * @param failure of the call
 */
export async function noteFailure(parts: LookParts, look: Look, failure: ForumFailure): Promise<Verdict> {
	if (!(failure instanceof Postponed)) {
		parts.onTrouble?.(failure, look.record)
	}
	const { problem, seconds, isRecords } = await judgeOrWait(parts, look, failure)
	if (problem !== null && await unsent(parts, look.record) !== null) {
		const { kysely } = parts.database
		const link = await readLink(kysely, look.record)
		const mayBeTaken = problem.kind === 'refused' && link.topicId === null && link.sentAt !== null
		await keepLink(kysely, link, { ...link, problem: mayBeTaken ? takenProblem(failure) : problem, attempts: link.attempts + (isRecords ? 1 : 0) })
	}
	if (!mayBeRecords(failure)) {
		return { lookAgainAfterSeconds: Math.max(1, seconds), reason: look.reason, vain: failure instanceof Postponed }
	}
	if (look.failures > 0) {
		parts.onRecordTrouble?.(failure, look.record)
	}
	return { failed: failure }
}

/**
 * What a record wants that the forum does not have yet.
 *
 * @param parts of looking
 * @param record any
 * @return null when there is nothing to send
 */
export async function unsent(parts: LookParts, record: string): Promise<Desired | null> {
	if (!record.startsWith('need-')) {
		return null
	}
	const { kysely } = parts.database
	const { link, desired } = await readRecord(kysely, record, parts.rendering)
	const isWanted = desired !== null && (desired.mayCreate || link.topicId !== null)
	return isWanted && !isDeepStrictEqual(fieldsOf(desired), link.topicId === null ? null : link.settled) ? desired : null
}

/** Finding out why may fail too: the forum went away meanwhile, or no call is left. */
async function judgeOrWait(parts: LookParts, look: Look, failure: ForumFailure): Promise<Judgement> {
	try {
		return await judge(parts, look, failure)
	} catch (error) {
		if (error instanceof ForumFailure && (error.isPassing || error instanceof Postponed)) {
			return await judge(parts, look, error)
		}
		throw error
	}
}

async function judge(parts: LookParts, look: Look, failure: ForumFailure): Promise<Judgement> {
	switch (failure.kind) {
		case 'postponed': {
			const isRefused = failure instanceof Postponed && failure.because === 'access'
			const fault = isRefused ? (await parts.gate.state.read()).closedBy : null
			return { problem: fault === null ? null : operatorProblem(fault), seconds: failure.waitSeconds ?? 0, isRecords: false }
		}
		case 'away':
		case 'read-only': return look.failures > 0 && mayBeRecords(failure) ? { problem: failingProblem, seconds: 0, isRecords: false } : { problem: problemOf(failure), seconds: await pauseOf(parts), isRecords: false }
		case 'busy': return { problem: null, seconds: await pauseOf(parts), isRecords: false }
		case 'moved': return {
			problem: operatorProblem({ kind: 'address-moved', to: URL.parse(failure.location ?? '', parts.client.url)?.origin ?? '' }),
			seconds: Math.max(await pauseOf(parts), 30),
			isRecords: false,
		}
		case 'forbidden': {
			const fault = await parts.access.whyForbidden(failure)
			return fault === null
				? { problem: forbiddenProblem(failure), seconds: FORBIDDEN_SECONDS, isRecords: true }
				: { problem: operatorProblem(fault), seconds: FORBIDDEN_SECONDS, isRecords: false }
		}
		case 'unreadable': return { problem: unreadableProblem, seconds: FORBIDDEN_SECONDS, isRecords: true }
		case 'refused': {
			const desired = await unsent(parts, look.record)
			const fault = desired === null ? null : await parts.access.faultOf(desired.category)
			return fault === null
				? { problem: problemOf(failure), seconds: REFUSED_SECONDS, isRecords: true }
				: { problem: operatorProblem(fault), seconds: FORBIDDEN_SECONDS, isRecords: false }
		}
		default: return { problem: problemOf(failure), seconds: REFUSED_SECONDS, isRecords: true }
	}
}

async function pauseOf({ gate }: LookParts): Promise<number> {
	return Math.ceil((await gate.state.read()).pauseSeconds)
}
