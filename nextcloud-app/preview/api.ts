/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AppAccess } from '@emancipasso/shared/contract/app-api'
import type { Route } from '@emancipasso/shared/contract/route'
import type { ErrorRequestHandler, Request, Response, Router } from 'express'
import type { Call, Handler } from './call.ts'
import type { Connector } from './connector.ts'
import type { Person } from './people.ts'
import type { Store } from './store.ts'

import { appApi } from '@emancipasso/shared/contract/app-api'
import express from 'express'
import { organisationOf, roleOf } from './call.ts'
import { documentHandlers } from './documents.ts'
import { fileHandlers } from './files.ts'
import { needHandlers } from './needs.ts'
import { sendOcs, sendProblem } from './ocs.ts'
import { organisationHandlers } from './organisations.ts'
import { nobody } from './people.ts'
import { Problem } from './problem.ts'
import { publicationHandlers } from './publications.ts'
import { settingsHandlers } from './settings.ts'
import { languageOfRequest, passesCsrfCheck, personOf } from './visitor.ts'
import { workshopHandlers } from './workshops.ts'

const parseJson = express.json({ limit: '4mb', type: () => true })

const handlers: Record<string, Handler> = { ...settingsHandlers, ...organisationHandlers, ...documentHandlers, ...fileHandlers, ...workshopHandlers, ...publicationHandlers, ...needHandlers }

/**
 * Whether the groups of the settings let a person use the app.
 *
 * @param person who asks
 * @param store what is kept
 */
function isAllowed(person: Person, store: Store): boolean {
	const { allowedGroups } = store.state.settings
	return person.admin || allowedGroups.length === 0 || allowedGroups.some((group) => person.groups.includes(group))
}

/**
 * Applies the rights that the contract gives to a route.
 *
 * @param access whom the route is for
 * @param call the request, let through
 */
function checkAccess(access: AppAccess, call: Call): void {
	if (access === 'public') {
		return
	}
	if (access === 'admin') {
		if (!call.person.admin) {
			throw new Problem('forbidden')
		}
		return
	}
	if (!isAllowed(call.person, call.store)) {
		throw new Problem('not-found')
	}
	if (access !== 'user') {
		const role = roleOf(call.person, organisationOf(call))
		if (!role[access]) {
			throw new Problem('forbidden')
		}
	}
}

/**
 * Lets a request through, or throws why not.
 *
 * @param request as it came
 * @param route of the contract
 * @param store what is kept
 * @param connector the way to the connector
 */
function toCall(request: Request, route: Route<AppAccess>, store: Store, connector: Connector): Call {
	const person = personOf(request) ?? (route.access === 'public' ? nobody : undefined)
	if (person === undefined) {
		throw new Problem('unauthorised')
	}
	if (!passesCsrfCheck(request)) {
		throw new Problem('csrf-check')
	}
	const parameters = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]))
	const call = { store, connector, person, language: languageOfRequest(request), parameters, query: request.query, body: undefined }
	checkAccess(route.access, call)
	if (route.parameters !== undefined && !route.parameters.safeParse(parameters).success) {
		throw new Problem('not-found')
	}
	return call
}

/**
 * Turns whatever was thrown into a problem; what is unexpected goes to the log.
 *
 * @param error what was thrown
 */
function asProblem(error: unknown): Problem {
	if (error instanceof Problem) {
		return error
	}
	if (error instanceof URIError) {
		// An address whose bytes are no text.
		return new Problem('not-found')
	}
	// The body parser throws errors that say a status.
	const status = error instanceof Error && 'status' in error ? error.status : undefined
	if (status === 413) {
		return new Problem('too-large', { sentence: { fr: 'Ce qui a été envoyé est trop grand. Partagez-le en plusieurs parties.', en: 'What was sent is too large. Split it into several parts.' } })
	}
	if (status === 400) {
		return new Problem('invalid-input')
	}
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
	return new Problem('internal-error')
}

/**
 * The body of a request, read only once the request was let through.
 *
 * @param request as it came
 * @param response to answer on
 */
async function readBody(request: Request, response: Response): Promise<unknown> {
	await new Promise<void>((resolve, reject) => {
		parseJson(request, response, (error?: unknown) => error === undefined ? resolve() : reject(error as Error))
	})
	return request.body
}

/**
 * The API of the app, mounted from the table of its contract: a route without a handler keeps the host from starting.
 *
 * @param store what is kept
 * @param connector the way to the connector
 */
export function apiRouter(store: Store, connector: Connector): Router {
	const router = express.Router()
	for (const [operation, route] of Object.entries(appApi)) {
		const handler = handlers[operation]
		if (handler === undefined) {
			throw new Error(`The preview host has no handler for ${operation}.`)
		}
		const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
		router[route.method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete'](path, async (request: Request, response: Response) => {
			const call = toCall(request, route, store, connector)
			const { status = 200, data } = await handler({ ...call, body: await readBody(request, response) })
			sendOcs(response, status, data)
		})
	}
	router.use(() => {
		throw new Problem('not-found')
	})
	const answerProblem: ErrorRequestHandler = (error, request, response, next) => {
		if (response.headersSent) {
			next(error)
			return
		}
		sendProblem(response, asProblem(error), languageOfRequest(request))
	}
	router.use(answerProblem)
	return router
}
