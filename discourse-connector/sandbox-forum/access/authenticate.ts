/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Forum } from '../forum.ts'
import type { ApiKey, User } from '../state/model.ts'

import { timingSafeEqual } from 'node:crypto'
import { failure, Refusal } from '../answer.ts'
import { say } from '../sentences.ts'
import { permits } from './scopes.ts'

/** Who calls, and with which of the made keys; no key for the first one, which may do everything as anybody. */
export interface Caller {
	actor: User | null
	key?: ApiKey | undefined
}

/**
 * Who calls: a key names the account it acts as, or belongs to one. Nobody else is known to the API.
 *
 * @param forum whose accounts count
 * @param apiKey the first key
 * @param request read for Api-Key, Api-Username
 * @param route its method and path, as the table of routes has them
 * @return no actor for a visitor
 * @throws {Refusal} 403 for a wrong, ended or too narrow key, an unknown or a suspended account
 */
export function callerOf(forum: Forum, apiKey: string, request: Request, route: readonly [method: string, path: string]): Caller {
	const given = request.get('Api-Key')
	if (given === undefined) {
		if (forum.settings.loginRequired) {
			throw new Refusal(failure(403, 'not_logged_in', [say(forum.settings, 'notLoggedIn')]))
		}
		return { actor: null }
	}
	const key = forum.state.data.apiKeys.find((candidate) => candidate.revokedAt === null && sameText(given, candidate.key))
	const actor = key !== undefined || sameText(given, apiKey) ? actorOf(forum, key?.userId ?? null, request.get('Api-Username')) : undefined
	if (actor === undefined) {
		throw new Refusal(failure(403, 'invalid_access', [say(forum.settings, 'invalidKey')]))
	}
	if (actor.suspended || !permits(key?.scopes ?? [], forum.features, ...route)) {
		throw new Refusal(failure(403, 'invalid_access', [say(forum.settings, 'invalidAccess')]))
	}
	return { actor, key }
}

function actorOf(forum: Forum, owner: number | null, named: string | undefined): User | undefined {
	const user = named === undefined ? undefined : forum.state.userNamed(named)
	if (owner === null) {
		return user
	}
	return named === undefined || user?.id === owner ? forum.state.user(owner) : undefined
}

function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)]
	return left.length === right.length && timingSafeEqual(left, right)
}
