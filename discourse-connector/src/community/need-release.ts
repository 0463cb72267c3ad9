/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedStatus } from '@emancipasso/shared/community/need-vocabulary'
import type { Database } from '../platform/database.ts'

import { sql } from 'kysely'
import { keepHistory } from './need-store.ts'
import { recordChange } from './record-change.ts'

/** A need as the operator sees it. */
export interface ListedNeed {
	id: string
	instance: string
	organisation: string
	status: NeedStatus
	title: string
	createdAt: Date
	/** Whether this very text was refused. */
	refused: boolean
}

/** What became of a need that the operator decided on: done, or the status that does not allow it. */
export type Decision = 'done' | 'unchanged' | 'unknown' | NeedStatus

/** What the author reads when a public need was taken back. */
const takenBackNote = {
	fr: 'La communauté a suspendu l’affichage de ce besoin le temps de le relire.',
	en: 'The community has taken this need out of view while it is reviewed.',
}

/**
 * What the author of a refused need reads.
 *
 * @param reason in the operator's words
 */
function refusedNote(reason: string) {
	return {
		fr: `La communauté n’a pas publié ce besoin. Raison donnée\u00A0: «\u00A0${reason}\u00A0» Vous pouvez le corriger\u00A0: il sera relu.`,
		en: `The community did not publish this need. The reason given: “${reason}” You can correct it: it will be read again.`,
	}
}

/**
 * Makes a held need public.
 *
 * @param database of the needs
 * @param uuid of the need
 */
export async function releaseNeed(database: Pick<Database, 'kysely'>, uuid: string): Promise<Decision> {
	return await decide(database, uuid, 'held', 'published', 'released')
}

/**
 * Takes a public need out of view until it is released.
 *
 * @param database of the needs
 * @param uuid of the need
 */
export async function holdNeed(database: Pick<Database, 'kysely'>, uuid: string): Promise<Decision> {
	return await decide(database, uuid, 'published', 'held', 'held by the operator')
}

/**
 * Leaves a held need out of view and tells its author why. A corrected text waits again.
 *
 * @param database of the needs
 * @param uuid of the need
 * @param reason for its author
 */
export async function refuseNeed(database: Pick<Database, 'kysely'>, uuid: string, reason: string): Promise<Decision> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const need = await transaction.selectFrom('need').select(['status', 'revision']).where('id', '=', uuid).forUpdate().executeTakeFirst()
		if (need?.status !== 'held') {
			return need?.status ?? 'unknown'
		}
		await transaction.updateTable('need').set({ status_note: JSON.stringify(refusedNote(reason)), refused_revision: need.revision, updated_at: sql<Date>`now()` }).where('id', '=', uuid).execute()
		await recordChange(transaction, uuid, 'refused')
		return 'done'
	})
}

/**
 * The needs that were not erased, oldest first.
 *
 * @param database of the needs
 * @param status only those
 */
export async function listNeeds(database: Pick<Database, 'kysely'>, status?: NeedStatus): Promise<ListedNeed[]> {
	const rows = await database.kysely.selectFrom('need').select(['id', 'instance_id', 'organisation_id', 'status', 'publication', 'created_at', 'revision', 'refused_revision'])
		.where('status', '!=', 'erased')
		.$if(status !== undefined, (needs) => needs.where('status', '=', status ?? 'held'))
		.orderBy('created_at').orderBy('id').execute()
	return rows.map((row) => ({
		id: row.id,
		instance: row.instance_id,
		organisation: row.organisation_id,
		status: row.status,
		title: row.publication?.title ?? '',
		createdAt: row.created_at,
		refused: row.refused_revision === row.revision,
	}))
}

async function decide(database: Pick<Database, 'kysely'>, uuid: string, from: NeedStatus, to: 'published' | 'held', reason: string): Promise<Decision> {
	return await database.kysely.transaction().execute(async (transaction) => {
		const need = await transaction.selectFrom('need').select(['status', 'revision']).where('id', '=', uuid).forUpdate().executeTakeFirst()
		if (need?.status !== from) {
			return need?.status === to ? 'unchanged' : need?.status ?? 'unknown'
		}
		await keepHistory(transaction, uuid, reason, undefined)
		await transaction.updateTable('need').set({
			status: to,
			status_note: to === 'held' ? JSON.stringify(takenBackNote) : null,
			updated_at: sql<Date>`now()`,
			refused_revision: null,
			...(to === 'published' ? { published_at: sql<Date>`coalesce(published_at, now())` } : {}),
		}).where('id', '=', uuid).execute()
		await recordChange(transaction, uuid, reason)
		return 'done'
	})
}
