/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Tables } from '../platform/tables.ts'

import { noteChanges } from './change-feed.ts'

/** Two organisations of one cloud, and one of another. */
export const amis: OrganisationCaller = { instance: 'instance-nantes', organisation: 'organisation-amis', member: 'member-jeanne' }
export const voisins: OrganisationCaller = { instance: 'instance-nantes', organisation: 'organisation-voisins', member: 'member-paul' }
export const ailleurs: OrganisationCaller = { instance: 'instance-brest', organisation: 'organisation-ailleurs', member: 'member-anne' }

/**
 * The uuid of the nth need.
 *
 * @param number from 1
 */
export function needId(number: number): string {
	return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/**
 * A publication.
 *
 * @param changes to the usual one
 */
export function publication(changes: Partial<NeedPublication> = {}): NeedPublication {
	return {
		schemaVersion: 1,
		kind: 'tool-advice',
		title: 'Remplacer notre agenda partagé',
		sections: [{ id: 'problem', text: 'L’agenda actuel est chez un géant et nous voulons en sortir.' }],
		toolsConcerned: ['Google Agenda'],
		urgency: 'months',
		signature: { choice: 'anonymous', text: '' },
		language: 'fr',
		...changes,
	}
}

/**
 * The records that somebody is asked to look at, with the reason.
 *
 * @param kysely of the database
 */
export async function hints(kysely: Kysely<Tables>): Promise<Record<string, string>> {
	const rows = await kysely.selectFrom('hint').select(['record', 'reason']).execute()
	return Object.fromEntries(rows.map(({ record, reason }) => [record, reason]))
}

/**
 * Keeps replies to a need, as the synchronisation does after it read the topic.
 *
 * @param kysely of the database
 * @param replies ids of their posts, and what they say
 * @param uuid of the need; the first one when left out
 */
export async function keepReplies(kysely: Kysely<Tables>, replies: Record<number, { html: string, deleted?: boolean }>, uuid = needId(1)): Promise<void> {
	await kysely.transaction().execute(async (transaction) => {
		const position = await noteChanges(transaction, 'replies', [uuid])
		for (const [id, { html, deleted = false }] of Object.entries(replies)) {
			const said = { need_id: uuid, author: deleted ? '' : 'marie', html: deleted ? '' : html, deleted, position, created_at: '2026-02-01T10:00:00Z', updated_at: '2026-02-01T10:00:00Z' }
			await transaction.insertInto('reply').values({ id: Number(id), ...said }).onConflict((conflict) => conflict.column('id').doUpdateSet(said)).execute()
		}
	})
}
