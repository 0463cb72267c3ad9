/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'

import { Problem } from './problem.ts'

/** Who a request acts for, once the token has been checked. All ids but the instance's are opaque, made by the instance. */
export interface Caller {
	/** Our id of the instance. */
	instance: string
	organisation: string | undefined
	member: string | undefined
}

/** A caller that acts for an organisation. */
export interface OrganisationCaller extends Caller {
	organisation: string
}

const callers = new WeakMap<Request, Caller>()

/**
 * Remembers who a request acts for.
 *
 * @param request whose token has been checked
 * @param caller it belongs to
 */
export function setCaller(request: Request, caller: Caller): void {
	callers.set(request, caller)
}

/**
 * Who a request acts for.
 *
 * @param request of a route that only instances may call
 * @throws {Problem} `token-missing` when nobody is known
 */
export function callerOf(request: Request): Caller {
	const caller = callers.get(request)
	if (!caller) {
		throw new Problem('token-missing')
	}
	return caller
}

/**
 * The same for a route that acts for an organisation.
 *
 * @param request of such a route
 * @throws {Problem} `organisation-missing`
 */
export function organisationOf(request: Request): OrganisationCaller {
	const caller = callerOf(request)
	if (caller.organisation === undefined) {
		throw new Problem('organisation-missing')
	}
	return { ...caller, organisation: caller.organisation }
}
