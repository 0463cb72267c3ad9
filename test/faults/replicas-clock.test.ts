/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PassedRequest } from '../bench/counting-proxy.ts'
import type { ShiftedClock } from '../bench/shifted-clock.ts'

import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { shiftedClock } from '../bench/shifted-clock.ts'
import { Publisher } from './publisher.ts'
import { startReplicas } from './replicas.ts'
import { Sandbox } from './sandbox.ts'

const NEEDS = 16
const FIVE_MINUTES = 300
const CALLS_PER_MINUTE = 120
/** What goes at once: a fifth; and what comes back in a second. */
const BURST = CALLS_PER_MINUTE / 5
const PER_SECOND = (CALLS_PER_MINUTE - BURST + 1) / 60
/** How much closer together two calls may be answered than they were allowed. */
const JITTER_SECONDS = 1.5

const folder = mkdtempSync(join(tmpdir(), 'emancipasso-clock-'))
const clock = clockOf(folder)

function clockOf(inFolder: string): ShiftedClock | undefined {
	try {
		return shiftedClock(inFolder)
	} catch {
		return undefined
	}
}

/** The calls that came sooner than the budget allows, whenever one begins to count. */
function tooSoon(calls: readonly PassedRequest[]): string[] {
	const times = calls.map(({ at }) => at / 1000).sort((a, b) => a - b)
	return times.flatMap((from, first) => times.slice(first).flatMap((to, more) => more + 1 > BURST + PER_SECOND * (to - from + JITTER_SECONDS) ? [`${more + 1} calls in ${(to - from).toFixed(1)} s`] : []))
}

describe.skipIf(!postgresAvailable() || clock === undefined)('three connectors of which one is five minutes ahead and one behind (skipped without PostgreSQL and faketime)', () => {
	const closers: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]

	afterEach(async () => {
		vi.unstubAllEnvs()
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	test('make each topic with one call, keep the budget, and never take a record from one another', async () => {
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		clock?.setAhead(FIVE_MINUTES)
		const behind = { ...clock?.env, FAKETIME: `-${FIVE_MINUTES}`, FAKETIME_TIMESTAMP_FILE: '/nonexistent' }
		const replicas = await startReplicas([{}, { env: clock?.env ?? {} }, { env: behind }], { FORUM_CALLS_PER_MINUTE: String(CALLS_PER_MINUTE) })
		closers.unshift(replicas.close)
		const dates = await Promise.all(replicas.all.map(async ({ connector }) => Date.parse((await fetch(`${connector}/healthz`)).headers.get('Date') ?? '')))
		expect(dates.map((date) => Math.round((date - Date.now()) / 60_000) + 0)).toEqual([0, 5, -5])

		const publishers = replicas.all.map((replica) => new Publisher(replica))
		await Promise.all(publishers.map((publisher, number) => publisher.publish(number === 0 ? NEEDS - 10 : 5)))
		const ids = publishers.flatMap(({ acknowledged }) => acknowledged)
		await expect.poll(() => new Publisher(replicas).states(), { timeout: 90_000, interval: 200 }).toEqual({ linked: NEEDS })

		const sandbox = new Sandbox(replicas)
		expect(new Set(await Promise.all(ids.map((id) => sandbox.topicOf(id)))).size).toBe(NEEDS)
		expect(replicas.calls.filter(({ method, path }) => method === 'POST' && path === '/posts.json')).toHaveLength(NEEDS)
		expect(tooSoon(replicas.calls)).toEqual([])
		expect(replicas.all.map((replica) => replica.output()).join('\n')).not.toContain('Another worker')
	}, 150_000)
})
