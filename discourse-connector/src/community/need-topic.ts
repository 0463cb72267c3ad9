/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { NeedPublication } from '@emancipasso/shared/community/need'
import type { NeedKind, NeedStatus } from '@emancipasso/shared/community/need-vocabulary'
import type { Kysely } from 'kysely'
import type { Tables } from '../platform/tables.ts'

import { isPublic } from './need-view.ts'

/** All of a need that its topic on the forum depends on. */
export interface NeedForTopic {
	kind: NeedKind
	status: NeedStatus
	/** Null once erased. */
	publication: NeedPublication | null
	/** Organisations that have the same need. */
	supports: number
	/** Whether anyone may see it. */
	isPublic: boolean
	/** How often its author corrected it. */
	corrections: number
}

/**
 * The query of what a topic depends on, for those who read more of the need with it.
 *
 * @param kysely database or transaction
 * @param uuid of the need
 */
export function selectNeedForTopic(kysely: Kysely<Tables>, uuid: string) {
	return kysely.selectFrom('need').select(['need.status', 'need.publication', 'need.kind', isPublic.as('is_public')])
		.select(({ selectFrom }) => selectFrom('support').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('support.need_id', '=', 'need.id').as('supports'))
		.select(({ selectFrom }) => selectFrom('need_history').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('need_history.need_id', '=', 'need.id').where('reason', '=', 'corrected').as('corrections'))
		.where('need.id', '=', uuid)
}

/**
 * @param need as {@link selectNeedForTopic} read it
 */
export function toNeedForTopic(need: Pick<NeedForTopic, 'kind' | 'status' | 'publication'> & { is_public: boolean, supports: number | null, corrections: number | null }): NeedForTopic {
	return {
		kind: need.kind,
		status: need.status,
		publication: need.publication,
		supports: need.supports ?? 0,
		isPublic: need.is_public,
		corrections: Number(need.corrections ?? 0),
	}
}

/**
 * What the topic of a need says and how it is shown.
 *
 * @param kysely database or transaction
 * @param uuid of the need
 * @return undefined when there is no such need
 */
export async function readNeedForTopic(kysely: Kysely<Tables>, uuid: string): Promise<NeedForTopic | undefined> {
	const row = await selectNeedForTopic(kysely, uuid).executeTakeFirst()
	return row && toNeedForTopic(row)
}

/**
 * Holds a need until the transaction ends: every transaction locks needs, then the order of changes, then hints.
 *
 * @param transaction that changes what belongs to the need
 * @param uuid of the need
 */
export async function lockNeed(transaction: Kysely<Tables>, uuid: string): Promise<void> {
	await transaction.selectFrom('need').select('id').where('id', '=', uuid).forUpdate().execute()
}
