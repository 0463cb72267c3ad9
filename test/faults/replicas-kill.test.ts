/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { randomFrom } from '../support/random.ts'
import { Publisher } from './publisher.ts'
import { startReplicas } from './replicas.ts'
import { Sandbox } from './sandbox.ts'

const NEEDS = 100
const LIVES = 8
/** The life in which the database dies instead of a process. */
const DATABASE_DIES = 4
const LOST_REPLIES = [2, 6]
const PATIENCE_MILLISECONDS = 90_000

/** Of who is killed; a failure names it, and this variable repeats it. */
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)

describe.skipIf(!postgresAvailable())('three connectors on one PostgreSQL (skipped without it)', () => {
	const closers: (() => Promise<void>)[] = []

	afterEach(async () => {
		vi.unstubAllEnvs()
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	test('E02 leave one topic for each need, whichever of them is killed, when PostgreSQL crashes, and when the forum’s answers are lost', async () => {
		// The sandbox's own limit would only make this slow.
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		const replicas = await startReplicas([{}, {}, {}])
		closers.push(replicas.close)
		const [publisher, sandbox] = [new Publisher(replicas), new Sandbox(replicas)]
		const before = await sandbox.topics()
		const random = randomFrom(seed)
		const published = publisher.publish(NEEDS)
		for (let life = 1; life <= LIVES; life++) {
			if (LOST_REPLIES.includes(life)) {
				await sandbox.loseRepliesToCreations(1)
			}
			await expect.poll(() => publisher.acknowledged.length, { timeout: PATIENCE_MILLISECONDS, interval: 5 }).toBeGreaterThanOrEqual(life * NEEDS / (LIVES + 1))
			if (life === DATABASE_DIES) {
				await replicas.cluster.crash()
				continue
			}
			const victim = replicas.all[Math.floor(random() * replicas.all.length)]
			await victim?.kill()
			await victim?.start()
		}
		await published

		await expect.poll(() => publisher.states(), { timeout: PATIENCE_MILLISECONDS, interval: 200, message: `states of needs; FAULTS_SEED=${seed} repeats this` }).toEqual({ linked: NEEDS })
		expect(await publisher.lost()).toEqual([])
		const own = await Promise.all(publisher.acknowledged.map(async (id) => await sandbox.topicOf(id)))
		expect(new Set(own).size, `topics of needs; FAULTS_SEED=${seed} repeats this`).toBe(NEEDS)
		expect(await sandbox.topics(), `all topics; FAULTS_SEED=${seed} repeats this`).toEqual([...before, ...own].sort((a, b) => a - b))
	}, 240_000)
})
