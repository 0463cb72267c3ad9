/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Caller } from '../platform/caller.ts'
import type { RequestBudget } from '../platform/request-budget.ts'
import type { InstanceStore } from './instance-store.ts'

import { OrganisationHeaders } from '@emancipasso/shared/contract/connector-input'
import { parse, Problem } from '../platform/problem.ts'

// Who calls without saying so gets a problem of its own.
const CallerHeaders = OrganisationHeaders.partial()

/** What {@link authenticate} works with. */
export interface AuthenticateParts {
	store: InstanceStore
	budget: RequestBudget
	/** Told when a second server uses a token; for the log. */
	onClone: (instance: string, nextcloudId: string) => void
	/** Today as a plain day. */
	today?: () => string
}

/** Finds out who calls; a suspended instance only where the route says so. */
export type Authenticate = (request: Request, route: { whileSuspended?: true }) => Promise<Caller>

/**
 * Finds out who calls: by the bearer token, bound to the first Nextcloud that used it, and by the headers
 * Emancipasso-Instance, Emancipasso-Organisation and Emancipasso-Member.
 *
 * @param parts that it works with
 * @return who the request acts for, or throws a {@link Problem} that says what is wrong
 */
export function authenticate(parts: AuthenticateParts): Authenticate {
	const { store, budget, onClone, today = () => new Date().toISOString().slice(0, 10) } = parts
	return async (request, { whileSuspended = false }) => {
		const token = /^Bearer ([\w-]{20,200})$/.exec(request.get('authorization') ?? '')?.[1]
		if (!token) {
			throw refusal('token-missing')
		}
		const instance = await store.byToken(token)
		if (!instance) {
			throw refusal('token-unknown')
		}
		const wait = await budget.spend(instance.id)
		if (wait > 0) {
			throw new Problem('too-many-requests', { headers: { 'Retry-After': String(wait) } })
		}
		if (instance.state === 'revoked') {
			throw new Problem('instance-revoked')
		}
		if (instance.state === 'suspended' && !whileSuspended) {
			throw new Problem('instance-suspended')
		}
		const { 'emancipasso-instance': nextcloudId, 'emancipasso-organisation': organisation, 'emancipasso-member': member } = parse(CallerHeaders, request, 'headers')
		if (!nextcloudId) {
			throw new Problem('instance-missing')
		}
		if ((instance.nextcloud_id ?? await store.bind(instance.id, nextcloudId)) !== nextcloudId) {
			onClone(instance.id, nextcloudId)
			throw new Problem('cloned-instance')
		}
		if (instance.last_seen_on !== today()) {
			await store.seen(instance.id, today())
		}
		return { instance: instance.id, organisation, member }
	}
}

/**
 * @param id of the problem
 */
function refusal(id: 'token-missing' | 'token-unknown'): Problem {
	return new Problem(id, { headers: { 'WWW-Authenticate': 'Bearer realm="emancipasso"' } })
}
