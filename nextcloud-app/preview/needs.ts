/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Call, Handler } from './call.ts'
import type { ConnectorRequest } from './connector.ts'

import { AnswerText } from '@emancipasso/shared/community/answer'
import { ConflictAnswer } from '@emancipasso/shared/contract/connector-input'
import { z } from 'zod'
import { organisationOf, valid } from './call.ts'

const ListQuery = z.object({
	text: z.string().max(200).optional(),
	kind: z.string().max(40).optional(),
	mine: z.enum(['true', 'false']).optional(),
	cursor: z.string().max(200).optional(),
})

const RepliesPage = z.looseObject({ replies: z.object({ items: z.array(z.unknown()), answers: z.array(z.unknown()).default([]), dropped: z.boolean().default(false) }).optional() })

const AnswerInput = AnswerText.extend({ revision: z.int().positive().nullable() })

/**
 * For whom the connector is asked what is only read: no person, since what one looks for is nobody's business.
 *
 * @param call the request, let through
 */
function inTheNameOfAll(call: Call): ConnectorRequest {
	return { organisation: organisationOf(call).id, language: call.language }
}

/**
 * For whom the connector is asked to change something.
 *
 * @param call the request, let through
 */
function inTheNameOf(call: Call): ConnectorRequest {
	return { ...inTheNameOfAll(call), person: call.person.id }
}

/** Handlers of the community's needs, live from the connector, by operation. */
export const needHandlers: Record<string, Handler> = {
	async listCommunityNeeds(call) {
		const query = Object.entries(valid(ListQuery, call.query)).filter((pair): pair is [string, string] => pair[1] !== undefined)
		const { json } = await call.connector.ask('GET', `/needs?${new URLSearchParams(query)}`, inTheNameOfAll(call))
		return { data: json }
	},

	async readCommunityNeed(call) {
		const { json } = await call.connector.ask('GET', `/needs/${call.parameters.id}?include=replies`, inTheNameOfAll(call))
		const { replies, ...need } = RepliesPage.parse(json)
		return { data: { need, replies: replies?.items ?? [], answers: replies?.answers ?? [], dropped: replies?.dropped ?? false } }
	},

	async supportNeed(call) {
		call.store.markShared(organisationOf(call).id)
		const { json } = await call.connector.ask('PUT', `/needs/${call.parameters.id}/support`, inTheNameOf(call))
		return { data: json }
	},

	async withdrawSupport(call) {
		const { json } = await call.connector.ask('DELETE', `/needs/${call.parameters.id}/support`, inTheNameOf(call))
		return { data: json }
	},

	async answerConflict(call) {
		const answer = valid(ConflictAnswer, call.body)
		const { json } = await call.connector.ask('POST', `/needs/${call.parameters.id}/conflict`, { ...inTheNameOf(call), body: JSON.stringify(answer) })
		return { data: json }
	},

	async listAnswers(call) {
		const { json } = await call.connector.ask('GET', '/answers', inTheNameOfAll(call))
		return { data: json }
	},

	async putReply(call) {
		const { revision, ...answer } = valid(AnswerInput, call.body)
		call.store.markShared(organisationOf(call).id)
		const headers: Record<string, string> = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` }
		const { json } = await call.connector.ask('PUT', `/needs/${call.parameters.id}/replies/${call.parameters.reply}`, { ...inTheNameOf(call), headers, body: JSON.stringify(answer) })
		return { data: json }
	},

	async withdrawReply(call) {
		const { json } = await call.connector.ask('DELETE', `/needs/${call.parameters.id}/replies/${call.parameters.reply}`, inTheNameOf(call))
		return { data: json }
	},
}
