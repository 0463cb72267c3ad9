/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LocalisedText } from '@emancipasso/shared/language/localised-text'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Tables } from '../platform/tables.ts'

import { sql } from 'kysely'
import { Problem } from '../platform/problem.ts'

/** How much may be published. */
export interface PublicationLimits {
	/** By one organisation in 24 hours; ten times as many corrections. */
	publicationsPerDay: number
	/** How many of an instance's needs the operator releases before the next become public by themselves. */
	heldPublications: number
}

/** What the author of a held need reads. */
export const heldNote: LocalisedText = {
	fr: 'Les premières publications d’un nouveau cloud sont relues avant de paraître. Il n’y a rien à faire\u00a0: ce besoin paraîtra dès qu’il sera relu.',
	en: 'The first publications of a new cloud are reviewed before they appear. There is nothing to do: this need will appear as soon as it is reviewed.',
}

const CORRECTIONS_PER_PUBLICATION = 10

/**
 * Makes the publications of one instance follow one another until the transaction ends, so that two at once cannot
 * both take the last place.
 *
 * @param transaction the one that publishes
 * @param instance whose
 */
export async function oneAtATime(transaction: Kysely<Tables>, instance: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`publications of ${instance}`}, 0))`.execute(transaction)
}

/**
 * Checks that an organisation may publish one need more today.
 *
 * @param transaction that holds {@link oneAtATime}
 * @param caller the organisation
 * @param limits of the operator
 * @throws {Problem} `too-many-publications` with the seconds to wait
 */
export async function allowPublication(transaction: Kysely<Tables>, caller: OrganisationCaller, limits: PublicationLimits): Promise<void> {
	const { rows: [made] } = await sql<{ count: number, wait: number | null }>`
		select count(*)::integer as count, ceil(extract(epoch from min(created_at) + interval '24 hours' - now()))::integer as wait from need
		where instance_id = ${caller.instance} and organisation_id = ${caller.organisation} and created_at > now() - interval '24 hours'
	`.execute(transaction)
	refuseAbove(limits.publicationsPerDay, made)
}

/**
 * Checks that an organisation may correct once more today.
 *
 * @param transaction that corrects
 * @param caller the organisation
 * @param limits of the operator
 * @throws {Problem} `too-many-publications` with the seconds to wait
 */
export async function allowCorrection(transaction: Kysely<Tables>, caller: OrganisationCaller, limits: PublicationLimits): Promise<void> {
	const { rows: [made] } = await sql<{ count: number, wait: number | null }>`
		select count(*)::integer as count, ceil(extract(epoch from min(at) + interval '24 hours' - now()))::integer as wait
		from need_history join need on need.id = need_history.need_id
		where need.instance_id = ${caller.instance} and need.organisation_id = ${caller.organisation}
			and need_history.reason = 'corrected' and at > now() - interval '24 hours'
	`.execute(transaction)
	refuseAbove(limits.publicationsPerDay * CORRECTIONS_PER_PUBLICATION, made)
}

/**
 * Whether the next need of an instance waits for the operator.
 *
 * @param transaction that holds {@link oneAtATime}
 * @param instance that publishes
 * @param limits of the operator
 */
export async function mustWait(transaction: Kysely<Tables>, instance: string, limits: PublicationLimits): Promise<boolean> {
	const { count } = await transaction.selectFrom('need').select(({ fn }) => fn.countAll<number>().as('count'))
		.where('instance_id', '=', instance).where('published_at', 'is not', null).executeTakeFirstOrThrow()
	return count < limits.heldPublications
}

function refuseAbove(limit: number, made: { count: number, wait: number | null } | undefined): void {
	if (made && made.count >= limit) {
		throw new Problem('too-many-publications', { headers: { 'Retry-After': String(Math.max(1, made.wait ?? 1)) } })
	}
}
