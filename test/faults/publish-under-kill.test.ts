/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Stack } from '../support/stack.ts'

import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { randomFrom } from '../support/random.ts'
import { startStack } from '../support/stack.ts'
import { databases } from './databases.ts'
import { Publisher } from './publisher.ts'
import { Sandbox } from './sandbox.ts'

const KILLS = 20
const NEEDS = 100
const LOST_PER_LIFE = NEEDS / KILLS / 10
const LONGEST_LIFE_MILLISECONDS = 900
const PATIENCE_MILLISECONDS = 90_000

/** Of the moments of the kills; a failure names it, and this variable repeats it. */
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)

describe.each(databases)('a connector that is killed while needs are published, on $title', ({ kind }) => {
	const closers: (() => Promise<void>)[] = []

	afterEach(async () => {
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	async function open(): Promise<Stack> {
		const { env, close } = await kind.open()
		closers.unshift(close)
		// The sandbox's own limit would only make this slow.
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		const stack = await startStack({ preview: false, env })
		vi.unstubAllEnvs()
		closers.unshift(stack.close)
		return stack
	}

	test.skipIf(kind.missing !== undefined)('leaves one topic for each need, even when the forum’s answer to one creation in ten is lost', async () => {
		const stack = await open()
		const [publisher, sandbox] = [new Publisher(stack), new Sandbox(stack)]
		const before = await sandbox.topics()
		const random = randomFrom(seed)
		const published: Promise<void>[] = []
		for (let life = 1; life <= KILLS; life++) {
			await sandbox.loseRepliesToCreations(Math.floor(life * LOST_PER_LIFE) - Math.floor((life - 1) * LOST_PER_LIFE))
			published.push(publisher.publish(NEEDS / KILLS))
			await wait(random() * LONGEST_LIFE_MILLISECONDS)
			await stack.killConnector()
			await stack.restartConnector()
		}
		await Promise.all(published)

		await expect.poll(() => publisher.states(), { timeout: PATIENCE_MILLISECONDS, interval: 200, message: `states of needs; FAULTS_SEED=${seed} repeats this` }).toEqual({ linked: NEEDS })
		const own = await Promise.all(publisher.acknowledged.map(async (id) => await sandbox.topicOf(id)))
		expect(new Set(own).size, `topics of needs; FAULTS_SEED=${seed} repeats this`).toBe(NEEDS)
		expect(await sandbox.topics(), `all topics; FAULTS_SEED=${seed} repeats this`).toEqual([...before, ...own].sort((a, b) => a - b))
	}, 300_000)
})
