/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AnswerWithNeed, OwnAnswer } from '@emancipasso/shared/community/answer'
import type { Need } from '@emancipasso/shared/community/need'
import type { ErasedPublication, NeedWithReplies } from '@emancipasso/shared/contract/app-api'
import type { StoredDocument } from '@emancipasso/shared/contract/app-documents'
import type { ConflictAnswer } from '@emancipasso/shared/contract/connector-input'

import { ocs } from '../ocs.ts'

const part = encodeURIComponent
const document = (organisation: string, id: string) => `/organisations/${part(organisation)}/documents/${part(id)}`
const need = (organisation: string, id: string) => `/organisations/${part(organisation)}/needs/${part(id)}`

export const approve = (organisation: string, id: string, publication: string) => ocs<StoredDocument>('PUT', `${document(organisation, id)}/approval`, { body: { publication } })
export const revokeApproval = (organisation: string, id: string) => ocs<StoredDocument>('DELETE', `${document(organisation, id)}/approval`)
export const publish = (organisation: string, id: string, publication: string) => ocs<StoredDocument>('PUT', `${document(organisation, id)}/publication`, { body: { publication } })
export const withdraw = (organisation: string, id: string) => ocs<StoredDocument>('DELETE', `${document(organisation, id)}/publication`)
export const erase = (organisation: string, id: string) => ocs<ErasedPublication>('PUT', `${document(organisation, id)}/erasure`)

export const readNeed = (organisation: string, id: string) => ocs<NeedWithReplies>('GET', need(organisation, id))
export const support = (organisation: string, id: string) => ocs<Need>('PUT', `${need(organisation, id)}/support`)
export const withdrawSupport = (organisation: string, id: string) => ocs<Need>('DELETE', `${need(organisation, id)}/support`)
export const answerConflict = (organisation: string, id: string, keep: ConflictAnswer['keep']) => ocs<Need>('POST', `${need(organisation, id)}/conflict`, { body: { keep } })

export const listAnswers = (organisation: string) => ocs<{ items: AnswerWithNeed[] }>('GET', `/organisations/${part(organisation)}/answers`)
export const putReply = (organisation: string, id: string, reply: string, body: { name: string, text: string, revision: number | null }) => ocs<OwnAnswer>('PUT', `${need(organisation, id)}/replies/${part(reply)}`, { body })
export const withdrawReply = (organisation: string, id: string, reply: string) => ocs<OwnAnswer>('DELETE', `${need(organisation, id)}/replies/${part(reply)}`)

const mostPages = 10

/**
 * The organisation's own needs as the community has them, whatever became of them; the newest when there are very many.
 *
 * @param organisation id
 */
export async function listOurNeeds(organisation: string): Promise<Need[]> {
	const needs: Need[] = []
	let cursor: string | null | undefined
	for (let page = 0; page < mostPages && cursor !== null; page++) {
		const answer: { items: Need[], cursor: string | null } = await listNeeds(organisation, { mine: 'true', cursor })
		needs.push(...answer.items)
		cursor = answer.cursor
	}
	return needs
}

/**
 * A page of the community's needs, live.
 *
 * @param organisation who asks
 * @param query text, kind, `mine`, and the cursor of the page before
 * @param query.text words
 * @param query.kind id of a kind
 * @param query.mine only those of the organisation itself
 * @param query.cursor of the page before
 */
export function listNeeds(organisation: string, query: { text?: string | undefined, kind?: string | undefined, mine?: 'true' | 'false', cursor?: string | undefined }): Promise<{ items: Need[], cursor: string | null }> {
	return ocs('GET', `/organisations/${part(organisation)}/needs`, { query })
}
