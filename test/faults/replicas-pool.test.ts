/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { Publisher } from './publisher.ts'
import { startReplicas } from './replicas.ts'
import { Sandbox } from './sandbox.ts'

const NEEDS = 12
const patience = { timeout: 60_000, interval: 50 }

describe.skipIf(!postgresAvailable())('a connector whose connections to PostgreSQL are all busy (skipped without it)', () => {
	const closers: (() => Promise<void>)[] = []

	afterEach(async () => {
		vi.unstubAllEnvs()
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	test('says that it is not ready, while another is, and goes on by itself without losing anything', async () => {
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		const replicas = await startReplicas([{ env: { DATABASE_CONNECTIONS: '2' } }, {}])
		closers.push(replicas.close)
		const [narrow, wide] = replicas.all as [typeof replicas.all[0], typeof replicas.all[0]]
		const holder = await replicas.connect()
		const watcher = await replicas.connect()
		const first = new Publisher(wide)
		await first.publish(1)

		// What every publication needs is slow to come.
		await holder.query('begin')
		await holder.query('select from change_counter for update')
		const publisher = new Publisher(narrow)
		const published = publisher.publish(NEEDS)
		const waiting = async () => (await watcher.query('select from pg_stat_activity where datname = current_database() and wait_event_type = \'Lock\'')).rowCount
		await expect.poll(waiting, patience).toBeGreaterThanOrEqual(2)
		await expect.poll(() => narrow.readiness(), patience).toBe(503)
		expect(await wide.readiness()).toBe(200)
		expect(publisher.acknowledged).toEqual([])

		await holder.query('commit')
		await published
		expect(await narrow.readiness()).toBe(200)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: NEEDS + 1 })
		const sandbox = new Sandbox(replicas)
		const ids = [...first.acknowledged, ...publisher.acknowledged]
		expect(new Set(await Promise.all(ids.map((id) => sandbox.topicOf(id)))).size).toBe(NEEDS + 1)
	}, 120_000)
})
