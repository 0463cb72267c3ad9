/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Router } from 'express'
import type { Database } from '../../platform/database.ts'
import type { PublicationLimits } from '../limits.ts'
import type { Organisations } from '../organisations.ts'
import type { AnswerPlace } from './answer-store.ts'

import { AnswerText } from '@emancipasso/shared/community/answer'
import { AnswerPath } from '@emancipasso/shared/contract/connector-input'
import express from 'express'
import { organisationOf } from '../../platform/caller.ts'
import { parse } from '../../platform/problem.ts'
import { preconditionOf } from '../precondition.ts'
import { AnswerStore } from './answer-store.ts'
import { listAnswers } from './list-answers.ts'

/**
 * The routes of answers that organisations write, for a router at the API's base behind the check of who calls and the
 * reading of bodies.
 *
 * @param database of the answers
 * @param limits of the operator
 * @param organisations that know who was erased
 */
export function answerRoutes(database: Pick<Database, 'kysely'>, limits: PublicationLimits, organisations: Organisations): Router {
	const answers = new AnswerStore(database, limits, organisations)
	const router = express.Router()
	router.get('/answers', async (request, response) => {
		response.json({ items: await listAnswers(database, organisationOf(request)) })
	})
	router.put('/needs/:uuid/replies/:reply', async (request, response) => {
		const precondition = preconditionOf(request)
		const { answer, created } = await answers.put(organisationOf(request), placeOf(request), parse(AnswerText, request, 'body'), precondition)
		response.status(created ? 201 : 200).set('ETag', `"${answer.revision}"`).type('json').end(JSON.stringify(answer))
	})
	router.delete('/needs/:uuid/replies/:reply', async (request, response) => {
		const answer = await answers.withdraw(organisationOf(request), placeOf(request))
		response.set('ETag', `"${answer.revision}"`).type('json').end(JSON.stringify(answer))
	})
	return router
}

function placeOf(request: Request): AnswerPlace {
	const { uuid, reply } = parse(AnswerPath, request, 'params')
	return { need: uuid, reply }
}
