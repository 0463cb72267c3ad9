/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RequestHandler } from 'express'
import type { Settings } from '../state/settings.ts'

import { limitHeaders, tooMany } from './too-many.ts'

/** Calls allowed; null switches a limit off. */
export interface Limits {
	/** All calls with an admin key, whatever the key. */
	adminPerMinute: number | null
	/** Calls of one address in ten seconds; refused ones count. A real forum exempts private addresses. */
	addressPerTenSeconds: number | null
	/** Searches of one person. */
	searchPerMinute: number | null
}

export const USUAL_LIMITS: Limits = { adminPerMinute: 60, addressPerTenSeconds: null, searchPerMinute: 30 }

/**
 * Refuses what comes too often, in the form each limit has on a real forum.
 *
 * @param limits read at each call, so that they can be changed while running
 * @param settings give the language
 * @param now the forum's clock
 */
export function limiter(limits: Limits, settings: Settings, now: () => Date): RequestHandler {
	const admin = slidingWindow(60, false)
	const address = slidingWindow(10, true)
	const search = slidingWindow(60, false)
	return (request, response, next) => {
		if (!request.path.endsWith('.json')) {
			next()
			return
		}
		const seconds = now().getTime() / 1000
		const addressWait = limits.addressPerTenSeconds === null ? 0 : address(limits.addressPerTenSeconds, seconds)
		if (addressWait > 0) {
			response.status(429).set(limitHeaders(addressWait, 'ip_10_secs_limit')).type('text/plain')
				.send('Slow down, too many requests from this IP address.')
			return
		}
		const withKey = request.get('Api-Key') !== undefined
		const adminWait = !withKey || limits.adminPerMinute === null ? 0 : admin(limits.adminPerMinute, seconds)
		if (adminWait > 0) {
			const { status, body, headers } = tooMany(settings, adminWait, 'admin_api_key_rate_limit')
			response.status(status).set(headers).json(body)
			return
		}
		const isSearch = request.path === '/search.json' && limits.searchPerMinute !== null
		if (isSearch && search(limits.searchPerMinute ?? 0, seconds) > 0) {
			response.status(429).json({ failed: 'FAILED', message: 'rate limit' })
			return
		}
		next()
	}
}

/**
 * @return a counter that tells how many seconds to wait, 0 when the call is welcome
 */
function slidingWindow(length: number, refusedCount: boolean): (most: number, now: number) => number {
	let calls: number[] = []
	return (most, now) => {
		calls = calls.filter((call) => call > now - length)
		const welcome = calls.length < most
		if (welcome || refusedCount) {
			calls.push(now)
		}
		return welcome ? 0 : Math.max(1, Math.ceil((calls[0] ?? now) + length - now))
	}
}
