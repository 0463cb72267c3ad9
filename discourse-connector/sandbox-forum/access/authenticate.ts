/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Request } from 'express'
import type { Forum } from '../forum.ts'
import type { User } from '../state/model.ts'

import { timingSafeEqual } from 'node:crypto'
import { failure, Refusal } from '../answer.ts'
import { say } from '../sentences.ts'

/**
 * Who calls: an admin key names the account it acts as, nobody else is known to the API.
 *
 * @param forum whose accounts count
 * @param apiKey the one key
 * @param request read for Api-Key, Api-Username
 * @return null for a visitor
 * @throws {Refusal} 403 for a wrong key, an unknown or a suspended account
 */
export function actorOf(forum: Forum, apiKey: string, request: Request): User | null {
	const key = request.get('Api-Key')
	if (key === undefined) {
		if (forum.settings.loginRequired) {
			throw new Refusal(failure(403, 'not_logged_in', [say(forum.settings, 'notLoggedIn')]))
		}
		return null
	}
	const named = request.get('Api-Username')
	const user = named === undefined ? forum.state.user(1) : forum.state.userNamed(named)
	if (!sameText(key, apiKey) || user === undefined) {
		throw new Refusal(failure(403, 'invalid_access', [say(forum.settings, 'invalidKey')]))
	}
	if (user.suspended) {
		throw new Refusal(failure(403, 'invalid_access', [say(forum.settings, 'invalidAccess')]))
	}
	return user
}

function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)]
	return left.length === right.length && timingSafeEqual(left, right)
}
