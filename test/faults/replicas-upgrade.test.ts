/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Replicas } from './replicas.ts'

import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { Publisher } from './publisher.ts'
import { migrationsOf, olderVersion } from './replicas-older.ts'
import { startReplicas } from './replicas.ts'
import { Sandbox } from './sandbox.ts'

const patience = { timeout: 60_000, interval: 100 }
const older = olderVersion()

describe.skipIf(!postgresAvailable())('an update while others run (skipped without PostgreSQL)', () => {
	const closers: (() => unknown)[] = []

	afterEach(async () => {
		vi.unstubAllEnvs()
		for (const close of closers.splice(0)) {
			await close()
		}
	})

	async function start(): Promise<Replicas> {
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		const replicas = await startReplicas([])
		closers.unshift(replicas.close)
		return replicas
	}

	test('keeps the version before publishing on the tables of this one, beside it', async ({ skip }) => {
		if (older === undefined) {
			return skip('needs the history of the repository, which holds the version before')
		}
		const folder = mkdtempSync(join(tmpdir(), 'emancipasso-older-'))
		closers.push(() => rm(folder, { recursive: true, force: true }))
		const file = older.unpack(folder)
		const replicas = await start()
		const watcher = await replicas.connect()
		const done = async () => (await watcher.query<{ name: string }>('select name from kysely_migration')).rows.map(({ name }) => name)
		// What adds the token at the start has already made the tables of now.
		await watcher.query('drop schema public cascade')
		await watcher.query('create schema public')
		const [before, after] = [await replicas.add({ file }), await replicas.add()]
		await before.start()
		expect((await done()).sort()).toEqual(migrationsOf(older.commit).sort())
		await watcher.query('insert into instance (id, name) values (\'i\', \'Test\')')
		await watcher.query('insert into instance_token (hash, prefix, instance_id) values (encode(sha256($1::bytea), \'hex\'), \'emc_\', \'i\')', [replicas.instanceToken])

		const [old, now] = [new Publisher(before), new Publisher(after)]
		await old.publish(3)
		await expect.poll(() => old.states(), patience).toEqual({ linked: 3 })
		await after.start()
		expect((await done()).length).toBeGreaterThan(migrationsOf(older.commit).length)
		await Promise.all([old.publish(8), now.publish(8)])
		await after.stop()
		await old.publish(3)
		await expect.poll(() => old.states(), patience).toEqual({ linked: 22 })

		const sandbox = new Sandbox(replicas)
		expect(new Set(await Promise.all([...old.acknowledged, ...now.acknowledged].map((id) => sandbox.topicOf(id)))).size).toBe(22)
		expect(before.output()).not.toMatch(/column|relation|constraint|Looking at a record failed/)
	}, 180_000)

	test('lets this version start again on tables that a newer one has expanded, and say so', async () => {
		const replicas = await start()
		const watcher = await replicas.connect()
		await watcher.query('alter table need add column later text; alter table topic_link add column later boolean not null default true')
		await watcher.query('insert into kysely_migration (name, timestamp) values (\'29990101-00-later\', \'2999\')')
		const replica = await replicas.add()
		await replica.start()
		expect(replica.output()).toContain('29990101-00-later')
		const publisher = new Publisher(replica)
		await publisher.publish(2)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 2 })
	}, 120_000)
})
