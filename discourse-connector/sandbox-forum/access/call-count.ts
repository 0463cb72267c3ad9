/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { RequestHandler } from 'express'

const MINUTE_MS = 60_000

/** How often the forum is called with a key, as its own limit would see it. */
export interface CallCount {
	/** Since the start. */
	readonly total: number
	/** The most in any sixty seconds. */
	readonly busiestMinute: number
	/** Counts each call when it comes, whatever becomes of it. */
	readonly handler: RequestHandler
}

/**
 * @param now the forum's clock
 */
export function callCount(now: () => Date): CallCount {
	let [total, busiestMinute] = [0, 0]
	let lately: number[] = []
	return {
		get total() {
			return total
		},
		get busiestMinute() {
			return busiestMinute
		},
		handler: (request, _response, next) => {
			if (request.get('Api-Key') !== undefined) {
				const time = now().getTime()
				total++
				lately = lately.filter((earlier) => earlier > time - MINUTE_MS)
				lately.push(time)
				busiestMinute = Math.max(busiestMinute, lately.length)
			}
			next()
		},
	}
}
