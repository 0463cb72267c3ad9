/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request, Response } from 'express'
import type { Caller } from './access/authenticate.ts'
import type { Memo } from './access/memo.ts'
import type { Answer } from './answer.ts'
import type { Faults } from './faults/faults.ts'
import type { Call, Forum } from './forum.ts'
import type { WebhookSender } from './webhooks/sender.ts'

import { Router } from 'express'
import { callerOf } from './access/authenticate.ts'
import { Refusal } from './answer.ts'
import { apiRoutes } from './api-routes.ts'
import { sendOrSpoil } from './faults/after-work.ts'
import { notFound } from './topics/find-topic.ts'

/** What the API needs besides the forum itself. */
export interface ApiParts {
	apiKey: string
	faults: Faults
	remember: Memo
	sender: WebhookSender
	/** Called before each answer to a call that may have changed something. */
	save: () => void
}

/**
 * The forum's JSON API.
 *
 * @param forum what the calls read and change
 * @param parts key, faults, memory, webhooks and storage
 */
export function api(forum: Forum, parts: ApiParts): Router {
	const router = Router()
	for (const [method, path, handler] of apiRoutes(parts.remember, parts.sender)) {
		router[method](path, async (request, response) => {
			const answer = answered(() => handler(forum, callOf(request, callerOf(forum, parts.apiKey, request, [method, path]))))
			if (method !== 'get') {
				parts.save()
			}
			await send(parts.faults, request, response, answer)
		})
	}
	router.all('/{*path}.json', async (request, response) => {
		await send(parts.faults, request, response, notFound(forum).answer)
	})
	return router
}

function callOf(request: Request, { actor, key }: Caller): Call {
	return {
		params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, [value].flat().join('/')])),
		query: request.query as Call['query'],
		body: typeof request.body === 'object' && request.body !== null ? request.body as Record<string, unknown> : {},
		actor,
		byKey: actor !== null,
		key,
		remote: `${request.socket.remoteAddress} ${request.get('User-Agent')} ${request.get('Referer')}`,
	}
}

function answered(work: () => Answer): Answer {
	try {
		return work()
	} catch (error) {
		if (error instanceof Refusal) {
			return error.answer
		}
		throw error
	}
}

async function send(faults: Faults, request: Request, response: Response, answer: Answer): Promise<void> {
	response.status(answer.status).set(answer.headers ?? {})
	if (answer.location !== undefined) {
		response.location(answer.location)
	}
	if (answer.body !== undefined) {
		response.type('json')
	}
	await sendOrSpoil(faults, request, response, answer.body === undefined ? '' : JSON.stringify(answer.body))
}
