/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { ForumFailure } from '../forum/outcome.ts'
import { ForumPause } from './pause.ts'

function clocked() {
	const clock = { time: 0 }
	return { clock, pause: new ForumPause(() => clock.time, () => 0) }
}

const away = new ForumFailure('GET /', { kind: 'away', effect: 'did-not-happen', status: 502 })

it('waits as long as the forum asks', () => {
	const { clock, pause } = clocked()
	expect(pause.begin(new ForumFailure('GET /', { kind: 'busy', effect: 'did-not-happen', status: 429, waitSeconds: 42 }))).toBe(42)
	clock.time = 41_000
	expect(pause.remaining).toBe(1)
	clock.time = 42_000
	expect(pause.remaining).toBe(0)
})

it('waits longer each time, never more than five minutes, and starts afresh after an answer', () => {
	const { clock, pause } = clocked()
	const waits = Array.from({ length: 9 }, () => {
		clock.time += 1_000_000
		return pause.begin(away)
	})
	expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
	pause.end()
	clock.time += 1_000_000
	expect(pause.begin(away)).toBe(5)
})

it('keeps the longer of two waits', () => {
	const { pause } = clocked()
	pause.begin(new ForumFailure('GET /', { kind: 'busy', effect: 'did-not-happen', status: 429, waitSeconds: 60 }))
	pause.begin(away)
	expect(pause.remaining).toBe(60)
})
