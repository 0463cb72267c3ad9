/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Route } from './route.ts'

import { z } from 'zod'
import { AnswerText, AnswerWithNeed, OwnAnswer } from '../community/answer.ts'
import { NeedErasure } from '../community/need-erasure.ts'
import { Need, NeedPublication, Reply } from '../community/need.ts'
import { Facets } from '../directory/facets.ts'
import { FoundProviderCard } from '../directory/found-provider.ts'
import { ProviderCard } from '../directory/provider.ts'
import { AnswerPath, Change, ChangesAfter, ConflictAnswer, Cursor, InstanceHeaders, NeedInclude, NeedPath, NeedSearch, OpaqueId, OpaquePath, OrganisationHeaders, PackName, PackPath, PackVersion, ProviderSearch, RepliesAfter } from './connector-input.ts'
import { defineRoutes } from './route.ts'

/**
 * Who may call a route of the connector:
 * - `public`: anyone;
 * - `instance`: a Nextcloud with its token;
 * - `organisation`: an instance that also names the organisation and the member it acts for;
 * - `operator`: who holds the metrics token;
 * - `forum`: the forum, by its webhook signature.
 */
export type ConnectorAccess = 'public' | 'instance' | 'organisation' | 'operator' | 'forum'

/** Base path of all routes but health, metrics and webhooks. */
export const connectorApiBase = '/api/v1'

const etag = { description: 'The need; its revision is the ETag header', body: Need }
const answer = { description: 'The answer; its revision is the ETag header', body: OwnAnswer }
const Replies = z.object({
	items: z.array(Reply),
	cursor: Cursor,
	/** The organisation's own answers that no reply shows: on their way, refused, or gone from the forum. */
	answers: z.array(OwnAnswer),
	/** There are replies whose copies were dropped by age; asking for them has them read from the forum again where that can be. */
	dropped: z.literal(true).optional(),
})

export const connectorApi = defineRoutes<ConnectorAccess, Record<string, Route<ConnectorAccess>>>({
	listPacks: {
		method: 'GET',
		path: '/packs',
		access: 'public',
		summary: 'The newest version of each pack of reference data',
		answers: { 200: { description: 'One row per pack', body: z.object({ packs: z.array(PackVersion) }) } },
	},
	readPack: {
		method: 'GET',
		path: '/packs/{name}/{version}',
		access: 'public',
		summary: 'One version of a pack; it never changes',
		parameters: PackPath,
		answers: { 200: { description: 'The pack', body: z.looseObject({ name: PackName, version: z.string() }) } },
		problems: ['not-found'],
	},
	searchProviders: {
		method: 'GET',
		path: '/providers',
		access: 'public',
		summary: 'Search the directory of listed providers',
		query: ProviderSearch,
		answers: {
			200: {
				description: 'A page of providers, with how many each filter would leave',
				body: z.object({ items: z.array(FoundProviderCard), total: z.int(), facets: Facets, cursor: Cursor.nullable() }),
			},
		},
		problems: ['invalid-input'],
	},
	readProvider: {
		method: 'GET',
		path: '/providers/{id}',
		access: 'public',
		summary: 'One provider of the directory',
		parameters: z.object({ id: z.string().max(120) }),
		answers: { 200: { description: 'The provider', body: ProviderCard } },
		problems: ['not-found'],
	},
	putNeed: {
		method: 'PUT',
		path: '/needs/{uuid}',
		access: 'organisation',
		summary: 'Publish a need (If-None-Match: *) or correct it (If-Match: its ETag)',
		parameters: NeedPath,
		headers: OrganisationHeaders.extend({ 'if-none-match': z.literal('*').optional(), 'if-match': z.string().optional() }),
		body: NeedPublication,
		answers: { 200: etag, 201: etag },
		problems: ['invalid-input', 'not-found', 'stale', 'precondition-required', 'withdrawn', 'too-many-publications', 'too-many-organisations', 'organisation-suspended', 'organisation-erased'],
	},
	listNeeds: {
		method: 'GET',
		path: '/needs',
		access: 'instance',
		summary: 'Published needs, newest first; those of the organisation itself also while they wait',
		headers: InstanceHeaders.extend({ 'emancipasso-organisation': OpaqueId.optional() }),
		query: NeedSearch,
		answers: { 200: { description: 'A page of needs', body: z.object({ items: z.array(Need), cursor: Cursor.nullable() }) } },
		problems: ['invalid-input'],
	},
	readNeed: {
		method: 'GET',
		path: '/needs/{uuid}',
		access: 'instance',
		summary: 'One need; with include=replies also the first page of its replies, so that a screen costs one call',
		parameters: NeedPath,
		headers: InstanceHeaders.extend({ 'emancipasso-organisation': OpaqueId.optional() }),
		query: NeedInclude,
		answers: { 200: { ...etag, body: Need.extend({ replies: Replies.optional() }) } },
		problems: ['not-found'],
	},
	withdrawNeed: {
		method: 'POST',
		path: '/needs/{uuid}/withdraw',
		access: 'organisation',
		whileSuspended: true,
		summary: 'Withdraw a need: its topic is closed with a note',
		parameters: NeedPath,
		headers: OrganisationHeaders,
		answers: { 200: etag },
		problems: ['not-found'],
	},
	eraseNeed: {
		method: 'DELETE',
		path: '/needs/{uuid}',
		access: 'organisation',
		whileSuspended: true,
		summary: 'Erase a need for ever, with the text of its topic; the same call again says how far that came on the forum',
		parameters: NeedPath,
		headers: OrganisationHeaders,
		answers: { 202: { description: 'What the forum still has to be asked', body: NeedErasure } },
		problems: ['not-found'],
	},
	answerConflict: {
		method: 'POST',
		path: '/needs/{uuid}/conflict',
		access: 'organisation',
		summary: 'Say which version stays where a correction and a change on the forum touched the same; without a conflict nothing changes',
		parameters: NeedPath,
		headers: OrganisationHeaders,
		body: ConflictAnswer,
		answers: { 200: etag },
		problems: ['invalid-input', 'not-found', 'organisation-suspended'],
	},
	supportNeed: {
		method: 'PUT',
		path: '/needs/{uuid}/support',
		access: 'organisation',
		summary: 'The organisation says that it has the same need; one voice per organisation',
		parameters: NeedPath,
		headers: OrganisationHeaders,
		answers: { 200: etag },
		problems: ['not-found', 'withdrawn', 'too-many-organisations', 'organisation-suspended', 'organisation-erased'],
	},
	withdrawSupport: {
		method: 'DELETE',
		path: '/needs/{uuid}/support',
		access: 'organisation',
		whileSuspended: true,
		summary: 'The organisation takes its support back',
		parameters: NeedPath,
		headers: OrganisationHeaders,
		answers: { 200: etag },
		problems: ['not-found'],
	},
	listReplies: {
		method: 'GET',
		path: '/needs/{uuid}/replies',
		access: 'instance',
		summary: 'What people answered on the forum: new, edited and deleted replies since a cursor',
		parameters: NeedPath,
		headers: InstanceHeaders.extend({ 'emancipasso-organisation': OpaqueId.optional() }),
		query: RepliesAfter,
		answers: { 200: { description: 'Replies in the order in which they changed', body: Replies } },
		problems: ['not-found', 'invalid-input'],
	},
	listAnswers: {
		method: 'GET',
		path: '/answers',
		access: 'organisation',
		whileSuspended: true,
		summary: 'What the organisation answered to anybody’s needs and is not gone, the newest 100: also to needs that were erased since, where it can still be taken back',
		headers: OrganisationHeaders,
		answers: { 200: { description: 'The newest first', body: z.object({ items: z.array(AnswerWithNeed) }) } },
	},
	putReply: {
		method: 'PUT',
		path: '/needs/{uuid}/replies/{reply}',
		access: 'organisation',
		summary: 'Answer a need (If-None-Match: *) or correct the answer (If-Match: its ETag): the connector posts it on the forum under the name that was chosen',
		parameters: AnswerPath,
		headers: OrganisationHeaders.extend({ 'if-none-match': z.literal('*').optional(), 'if-match': z.string().optional() }),
		body: AnswerText,
		answers: { 200: answer, 201: answer },
		problems: ['invalid-input', 'not-found', 'stale', 'precondition-required', 'withdrawn', 'answer-withdrawn', 'topic-closed', 'answers-wait', 'too-many-publications', 'too-many-organisations', 'organisation-suspended', 'organisation-erased'],
	},
	withdrawReply: {
		method: 'DELETE',
		path: '/needs/{uuid}/replies/{reply}',
		access: 'organisation',
		whileSuspended: true,
		summary: 'Take an answer back: its post is deleted',
		parameters: AnswerPath,
		headers: OrganisationHeaders,
		answers: { 200: answer },
		problems: ['not-found'],
	},
	listChanges: {
		method: 'GET',
		path: '/changes',
		access: 'instance',
		summary: 'What changed since a cursor, and the newest pack versions',
		headers: InstanceHeaders,
		query: ChangesAfter,
		answers: {
			200: { description: 'Changes in commit order', body: z.object({ items: z.array(Change), cursor: Cursor, packs: z.array(PackVersion), version: z.string() }) },
			304: { description: 'Nothing changed (If-None-Match or after, with the same packs)' },
		},
		problems: ['unknown-cursor'],
	},
	eraseOrganisation: {
		method: 'DELETE',
		path: '/organisations/{id}',
		access: 'instance',
		whileSuspended: true,
		summary: 'Erase an organisation for ever: its supports, its answers, and its needs with the text of their topics',
		parameters: OpaquePath,
		headers: InstanceHeaders,
		answers: { 202: { description: 'What was erased, and what the forum still has to be asked', body: z.object({ needs: z.int(), supports: z.int(), answers: z.int(), topics: z.object({ erased: z.int(), waiting: z.int(), byHand: z.int() }) }) } },
	},
	eraseMember: {
		method: 'DELETE',
		path: '/members/{id}',
		access: 'instance',
		whileSuspended: true,
		summary: 'Forget a member: the needs stay, without the trace of who wrote them; the answers, which carry a name, are taken off the forum',
		parameters: OpaquePath,
		headers: InstanceHeaders,
		answers: { 200: { description: 'How many needs named the member, and how many answers were erased', body: z.object({ needs: z.int(), answers: z.int() }) } },
	},
})
