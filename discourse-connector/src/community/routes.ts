/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PackVersion } from '@emancipasso/shared/contract/connector-input'
import type { Request, Response, Router } from 'express'
import type { Database } from '../platform/database.ts'
import type { PublicationLimits } from './limits.ts'
import type { Organisations } from './organisations.ts'

import { NeedPublication } from '@emancipasso/shared/community/need'
import { ChangesAfter, NeedInclude, NeedPath, NeedSearch, OpaquePath, RepliesAfter } from '@emancipasso/shared/contract/connector-input'
import express from 'express'
import { createHash } from 'node:crypto'
import { callerOf, organisationOf } from '../platform/caller.ts'
import { parse } from '../platform/problem.ts'
import { answerRoutes } from './answers/routes.ts'
import { ChangeFeed } from './change-feed.ts'
import { eraseNeed } from './erase-need.ts'
import { eraseMember, eraseOrganisation } from './erasure.ts'
import { searchNeeds } from './need-search.ts'
import { NeedStore } from './need-store.ts'
import { preconditionOf } from './precondition.ts'
import { ReplyStore } from './reply-store.ts'
import { SupportStore } from './support-store.ts'

/** What the routes of needs work with. */
export interface CommunityParts {
	database: Pick<Database, 'kysely'>
	limits: PublicationLimits
	organisations: Organisations
	/** The newest version of each pack of reference data. */
	packs: () => Promise<readonly PackVersion[]>
	/** Of the connector. */
	version: string
}

/**
 * The routes of needs, supports, replies and changes, for a router at the API's base behind the check of who calls and the reading of bodies.
 *
 * @param parts that they work with
 */
export function communityRoutes(parts: CommunityParts): Router {
	const { database, limits, organisations } = parts
	const needs = new NeedStore(database, limits, organisations)
	const supports = new SupportStore(database, organisations)
	const replies = new ReplyStore(database)
	const router = express.Router()

	router.put('/needs/:uuid', async (request, response) => {
		const precondition = preconditionOf(request)
		const { need, created } = await needs.put(organisationOf(request), uuidOf(request), parse(NeedPublication, request, 'body'), precondition)
		answer(response.status(created ? 201 : 200), need)
	})
	router.get('/needs', async (request, response) => {
		response.json(await searchNeeds(database, callerOf(request), parse(NeedSearch, request, 'query')))
	})
	router.get('/needs/:uuid', async (request, response) => {
		const { include } = parse(NeedInclude, request, 'query')
		const uuid = uuidOf(request)
		const need = await needs.read(callerOf(request), uuid)
		const withReplies = include ? { ...need, replies: await replies.list(callerOf(request), uuid, undefined, 50) } : need
		answer(response, withReplies)
	})
	router.post('/needs/:uuid/withdraw', async (request, response) => {
		answer(response, await needs.withdraw(organisationOf(request), uuidOf(request)))
	})
	router.delete('/needs/:uuid', async (request, response) => {
		response.status(202).json(await eraseNeed(database, organisationOf(request), uuidOf(request)))
	})
	router.put('/needs/:uuid/support', async (request, response) => {
		answer(response, await supports.support(organisationOf(request), uuidOf(request)))
	})
	router.delete('/needs/:uuid/support', async (request, response) => {
		answer(response, await supports.takeBack(organisationOf(request), uuidOf(request)))
	})
	router.get('/needs/:uuid/replies', async (request, response) => {
		const { after, limit: most } = parse(RepliesAfter, request, 'query')
		response.json(await replies.list(callerOf(request), uuidOf(request), after, most))
	})
	router.use(answerRoutes(database, limits, organisations))
	router.get('/changes', showChanges(parts))
	router.delete('/organisations/:id', async (request, response) => {
		const { id } = parse(OpaquePath, request, 'params')
		response.status(202).json(await eraseOrganisation(database, callerOf(request).instance, id, organisations))
	})
	router.delete('/members/:id', async (request, response) => {
		const { id } = parse(OpaquePath, request, 'params')
		response.json(await eraseMember(database, callerOf(request).instance, id))
	})
	return router
}

function showChanges({ database, packs, version }: CommunityParts) {
	const feed = new ChangeFeed(database)
	return async (request: Request, response: Response) => {
		const { after, limit: most } = parse(ChangesAfter, request, 'query')
		const [changes, newest] = await Promise.all([feed.read(callerOf(request).instance, after, most), packs()])
		const state = [changes.cursor, version, ...newest.map(({ name, checksum }) => `${name} ${checksum}`)].join('\n')
		const tag = `"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`
		response.set('ETag', tag)
		// Whoever is behind has not seen this, even when it has seen the same cursor. Express would not answer 304 to a
		// client made with fetch, which adds Cache-Control: no-cache to a condition of one's own.
		if (changes.items.length === 0 && request.get('If-None-Match')?.split(',').some((seen) => seen.trim().replace(/^W\//u, '') === tag)) {
			response.status(304).end()
			return
		}
		response.type('json').end(JSON.stringify({ ...changes, packs: newest, version }))
	}
}

function uuidOf(request: Request): string {
	return parse(NeedPath, request, 'params').uuid
}

// The ETag is the revision of the text, for If-Match. Supports and replies change under it, so it never makes a 304.
function answer(response: Response, need: { revision: number }): void {
	response.set('ETag', `"${need.revision}"`).type('json').end(JSON.stringify(need))
}
