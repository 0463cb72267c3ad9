/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answer } from '../answer.ts'
import type { Call } from '../forum.ts'

import { createHash } from 'node:crypto'

const KEPT_MS = 120_000

/** Remembers results of identical calls. */
export type Memo = (call: Call, work: () => Answer) => Answer

/**
 * The forum's memory of POST /posts with an admin key: for 120 s the same call, of the same person and program, gets
 * the first result again, refusals by rule included. What was raised (429, 403…) is not remembered.
 *
 * @param now the forum's clock
 */
export function memo(now: () => Date): Memo {
	const results = new Map<string, { at: number, answer: Answer }>()
	return (call, work) => {
		if (!call.byKey) {
			return work()
		}
		const time = now().getTime()
		for (const [key, { at }] of results) {
			if (time - at >= KEPT_MS) {
				results.delete(key)
			}
		}
		const key = createHash('sha1').update(JSON.stringify([call.body, call.query, call.actor?.id, call.remote])).digest('hex')
		const known = results.get(key)
		const answer = known?.answer ?? work()
		if (known === undefined) {
			results.set(key, { at: time, answer })
		}
		return answer
	}
}
