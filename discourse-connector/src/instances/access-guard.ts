/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConnectorAccess } from '@emancipasso/shared/contract/connector-api'
import type { Route } from '@emancipasso/shared/contract/route'
import type { Request, RequestHandler } from 'express'
import type { Authenticate } from './authenticate.ts'
import type { OrganisationStore } from './organisation-store.ts'

import { organisationOf, setCaller } from '../platform/caller.ts'
import { Problem } from '../platform/problem.ts'

/**
 * Lets a request through to the routers below only if the contract has its route and the caller may use it. A route that
 * the contract does not name does not exist, so none can be forgotten here.
 *
 * @param routes the contract
 * @param caller finds out who calls
 * @param organisations admits those that publish
 */
export function accessGuard(routes: Readonly<Record<string, Route<ConnectorAccess>>>, caller: Authenticate, organisations: OrganisationStore): RequestHandler {
	const table = Object.entries(routes).map(([operation, route]) => ({ operation, route, matches: pattern(route.path) }))
	return async (request, response, next) => {
		const method = request.method === 'HEAD' ? 'GET' : request.method
		const found = table.find(({ route, matches }) => route.method === method && matches.test(request.path))
		if (!found) {
			throw new Problem('not-found')
		}
		response.locals.operation = found.operation
		if (found.route.access !== 'public') {
			// Some proxies keep whatever does not say that they must not, also for another token.
			response.set('Cache-Control', 'no-store')
		}
		await admit(found.route, request)
		next()
	}

	/**
	 * @param route that is called
	 * @param request that calls it
	 */
	async function admit(route: Route<ConnectorAccess>, request: Request): Promise<void> {
		switch (route.access) {
			case 'public':
				return
			case 'instance':
				setCaller(request, await caller(request, route))
				return
			case 'organisation':
				setCaller(request, await caller(request, route))
				organisationOf(request)
				if (route.problems?.includes('organisation-suspended')) {
					await organisations.admit(organisationOf(request))
				}
				return
			default:
				// The forum and the operator prove who they are on routes outside this table.
				throw new Problem('not-allowed')
		}
	}
}

/**
 * @param path of the contract, with `{parameter}` parts
 */
function pattern(path: string): RegExp {
	const literal = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
	return new RegExp(`^${literal.join('[^/]+')}/?$`)
}
