/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Need } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../../platform/caller.ts'
import type { Tables } from '../../platform/tables.ts'
import type { PublicationLimits } from '../limits.ts'

import { sql } from 'kysely'
import { Problem } from '../../platform/problem.ts'
import { mustWait } from '../limits.ts'

/** Answering is lighter than publishing a need. */
const ANSWERS_PER_PUBLICATION = 4
const CORRECTIONS_PER_ANSWER = 10
/** A cloud of many associations answers more, but not without end. */
const INSTANCE_FACTOR = 10

/**
 * Checks that a need takes answers now.
 *
 * @param need that the organisation sees
 * @throws {Problem} `withdrawn`, `topic-closed`, `answers-wait`
 */
export function mustTakeAnswers(need: Need): void {
	if (need.status === 'withdrawn') {
		throw new Problem('withdrawn')
	}
	if (need.status !== 'published') {
		throw new Problem('answers-wait')
	}
	const { state, standing } = need.link
	if (state === 'gone' || standing?.closed === true || standing?.archived === true) {
		throw new Problem('topic-closed')
	}
}

/**
 * Checks that an organisation may answer once more today, and that its instance is trusted.
 *
 * @param transaction in which the publications of the instance follow one another
 * @param caller the organisation
 * @param limits of the operator
 * @throws {Problem} `answers-wait`, or `too-many-publications` with the seconds to wait
 */
export async function allowAnswer(transaction: Kysely<Tables>, caller: OrganisationCaller, limits: PublicationLimits): Promise<void> {
	// A post cannot be held back: who is reviewed first cannot answer yet.
	if (await mustWait(transaction, caller.instance, limits)) {
		throw new Problem('answers-wait')
	}
	const { rows: [made] } = await sql<{ own: number, all: number, wait: number | null }>`
		select count(*) filter (where organisation_id = ${caller.organisation})::integer as own, count(*)::integer as all,
			ceil(extract(epoch from min(created_at) + interval '24 hours' - now()))::integer as wait
		from posted_reply where instance_id = ${caller.instance} and created_at > now() - interval '24 hours'
	`.execute(transaction)
	const most = limits.publicationsPerDay * ANSWERS_PER_PUBLICATION
	if (made && (made.own >= most || made.all >= most * INSTANCE_FACTOR)) {
		throw tooMany(made.wait)
	}
}

/**
 * Checks that an organisation may correct an answer once more today.
 *
 * @param transaction that corrects
 * @param caller the organisation
 * @param limits of the operator
 * @throws {Problem} `too-many-publications` with the seconds to wait
 */
export async function allowAnswerCorrection(transaction: Kysely<Tables>, caller: OrganisationCaller, limits: PublicationLimits): Promise<void> {
	const { rows: [made] } = await sql<{ count: number, wait: number | null }>`
		select count(*)::integer as count, ceil(extract(epoch from min(at) + interval '24 hours' - now()))::integer as wait
		from posted_reply_history join posted_reply on posted_reply.id = reply_id
		where instance_id = ${caller.instance} and organisation_id = ${caller.organisation}
			and reason = 'corrected' and at > now() - interval '24 hours'
	`.execute(transaction)
	if (made && made.count >= limits.publicationsPerDay * ANSWERS_PER_PUBLICATION * CORRECTIONS_PER_ANSWER) {
		throw tooMany(made.wait)
	}
}

function tooMany(wait: number | null): Problem {
	return new Problem('too-many-publications', { headers: { 'Retry-After': String(Math.max(1, wait ?? 1)) } })
}
