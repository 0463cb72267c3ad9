/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { OrganisationCaller } from '../platform/caller.ts'
import type { Tables } from '../platform/tables.ts'

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
