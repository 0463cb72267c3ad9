/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ForumFailure } from '../forum/outcome.ts'
import type { Look, Verdict } from '../platform/hint-queue.ts'
import type { LookParts } from './look.ts'

import { isDeepStrictEqual } from 'node:util'
import { readBot } from '../forum/categories.ts'
import { keepLink } from './agree.ts'
import { fieldsOf } from './apply.ts'
import { desiredOf } from './desired.ts'
import { needIdOf, readLink } from './link-store.ts'
import { problemOf } from './problems.ts'

/** A refused text is looked at again without a hint too: somebody may have changed the forum's settings. */
const REFUSED_SECONDS = 3600
/** Rights on a forum are given in minutes. */
const FORBIDDEN_SECONDS = 600

/**
 * Decides what a failed call means for a record: trouble of the whole forum pauses everything and costs no attempt, a
 * refused text waits for its author.
 *
 * @param parts of looking
 * @param look that failed
 * @param failure of the call
 */
export async function noteFailure(parts: LookParts, look: Look, failure: ForumFailure): Promise<Verdict> {
	const isRecords = await concernsOnlyRecord(parts, failure)
	const seconds = secondsAfter(parts, failure, isRecords)
	if (look.record.startsWith('need-') && failure.kind !== 'busy') {
		const { kysely } = parts.database
		const link = await readLink(kysely, look.record)
		const desired = await desiredOf(kysely, needIdOf(look.record), parts.rendering, link.titleSuffix)
		const pending = desired !== null && (desired.mayCreate || link.topicId !== null) && !isDeepStrictEqual(fieldsOf(desired), link.topicId === null ? null : link.settled)
		if (pending) {
			await keepLink(kysely, { ...link, problem: problemOf(failure), attempts: link.attempts + (isRecords ? 1 : 0) })
		}
	}
	parts.onTrouble?.(failure, look.record)
	return { lookAgainAfterSeconds: seconds, reason: look.reason }
}

/**
 * When to look again.
 *
 * @param parts of looking
 * @param failure of the call
 * @param isRecords whether it concerns this record only
 */
function secondsAfter(parts: LookParts, failure: ForumFailure, isRecords: boolean): number {
	if (!isRecords) {
		return parts.pause.begin(failure)
	}
	return failure.kind === 'forbidden' ? FORBIDDEN_SECONDS : REFUSED_SECONDS
}

/**
 * A 403 may mean the key or this one topic; who we are tells them apart.
 *
 * @param parts of looking
 * @param failure of the call
 */
async function concernsOnlyRecord(parts: LookParts, failure: ForumFailure): Promise<boolean> {
	switch (failure.kind) {
		case 'refused':
		case 'conflict':
		case 'not-found':
		case 'deleted': return true
		case 'forbidden': return await readBot(parts.client).then(() => true, () => false)
		default: return false
	}
}
