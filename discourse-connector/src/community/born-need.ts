/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { canonicalText } from '@emancipasso/shared/community/publication'
import { sql } from 'kysely'
import { noteChanges } from './change-feed.ts'
import { keepHistory } from './need-store.ts'

/** Whom a need belongs to that a person wrote on the forum: no cloud has these ids. */
const FORUM = { instance_id: 'forum', organisation_id: 'forum' }

/**
 * Brings a need that was born on the forum up to date. One that the operator holds stays out of view.
 *
 * @param transaction to write in
 * @param uuid of the need, made from its topic
 * @param publication what its topic says; null when it is not to be read there any more, and so not here either
 */
export async function writeBornNeed(transaction: Kysely<Tables>, uuid: string, publication: NeedPublication | null): Promise<void> {
	const need = await transaction.selectFrom('need').select(['status', 'publication', 'revision']).where('id', '=', uuid).forUpdate().executeTakeFirst()
	if (need === undefined ? publication === null : sameText(need.publication, publication)) {
		return
	}
	if (publication === null) {
		await transaction.deleteFrom('need_history').where('need_id', '=', uuid).execute()
	} else if (need !== undefined) {
		await keepHistory(transaction, uuid, 'forum-edit', undefined)
	}
	const values = {
		...(publication === null ? {} : { kind: publication.kind }),
		publication: publication === null ? null : JSON.stringify(publication),
		status: publication === null ? 'erased' as const : need?.status === 'held' ? 'held' as const : 'published' as const,
		revision: (need?.revision ?? 0) + 1,
		updated_at: sql<Date>`now()`,
	}
	if (need === undefined) {
		await transaction.insertInto('need').values({ id: uuid, ...FORUM, member_id: null, kind: publication?.kind ?? 'technical-help', published_at: sql<Date>`now()`, origin: 'forum', ...values }).execute()
	} else {
		await transaction.updateTable('need').set(values).where('id', '=', uuid).execute()
	}
	await noteChanges(transaction, 'need', [uuid])
}

function sameText(one: NeedPublication | null, other: NeedPublication | null): boolean {
	return one === null || other === null ? one === other : canonicalText(one) === canonicalText(other)
}
