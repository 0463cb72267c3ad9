/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Viewer } from '../../community/need-view.ts'
import type { Database } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'

import { ConflictAnswer, NeedPath } from '@emancipasso/shared/contract/connector-input'
import express from 'express'
import { readNeed } from '../../community/need-store.ts'
import { lockNeed } from '../../community/need-topic.ts'
import { recordOf } from '../../community/tables.ts'
import { organisationOf } from '../../platform/caller.ts'
import { parse, Problem } from '../../platform/problem.ts'
import { endConflict } from '../operator-actions.ts'

/**
 * The author's answer to a conflict with the forum, for a router at the API's base behind the check of who calls and
 * the reading of bodies.
 *
 * @param database of the needs
 */
export function conflictRoutes(database: Pick<Database, 'kysely'>): Router {
	const router = express.Router()
	router.post('/needs/:uuid/conflict', async (request, response) => {
		const { uuid } = parse(NeedPath, request, 'params')
		const { keep } = parse(ConflictAnswer, request, 'body')
		const caller = organisationOf(request)
		const need = await database.kysely.transaction().execute(async (transaction) => {
			await settleConflict(transaction, caller, uuid, keep)
			return await readNeed(transaction, caller, uuid)
		})
		response.set('ETag', `"${need.revision}"`).type('json').end(JSON.stringify(need))
	})
	return router
}

/**
 * Ends a conflict. Ours is sent at the next look; where there is no conflict nothing changes.
 *
 * @param transaction to write in
 * @param caller the organisation
 * @param uuid of its need
 * @param keep whose version stays on the forum
 * @throws {Problem} `not-found`
 */
async function settleConflict(transaction: Kysely<Tables>, caller: Viewer, uuid: string, keep: ConflictAnswer['keep']): Promise<void> {
	await lockNeed(transaction, uuid)
	const need = await readNeed(transaction, caller, uuid)
	if (!need.mine) {
		throw new Problem('not-found')
	}
	await endConflict(transaction, recordOf(uuid), keep)
}
