/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Client } from 'pg'
import type { Replica, Replicas } from './replicas.ts'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { postgresAvailable } from '../../discourse-connector/src/platform/testing-postgres.ts'
import { Publisher } from './publisher.ts'
import { startReplicas } from './replicas.ts'
import { Sandbox } from './sandbox.ts'

const patience = { timeout: 30_000, interval: 20 }

describe.skipIf(!postgresAvailable())('a connector that is paused for longer than its lease (skipped without PostgreSQL)', () => {
	let replicas: Replicas
	let sandbox: Sandbox
	let slow: Replica
	let others: Replica[]
	/** Looks at what the connectors do. */
	let watcher: Client
	/** Holds them back. */
	let holder: Client

	beforeAll(async () => {
		vi.stubEnv('ADMIN_CALLS_PER_MINUTE', '0')
		replicas = await startReplicas([{}, {}, {}])
		vi.unstubAllEnvs();
		[slow, ...others] = replicas.all as [Replica, ...Replica[]]
		sandbox = new Sandbox(replicas)
		watcher = await replicas.connect()
		holder = await replicas.connect()
	})
	afterAll(async () => {
		await replicas?.close()
	})

	async function count(statement: string, ...values: unknown[]): Promise<number> {
		return Number((await watcher.query<{ count: string }>(statement, values)).rows[0]?.count)
	}

	/** How many statements of connectors wait until somebody lets go of a row. */
	const heldBack = () => count('select count(*) from pg_stat_activity where wait_event_type = \'Lock\' and application_name like \'emancipasso%\'')

	/** Resolves once the only connector that is not paused waits for a row. */
	async function holdBack(statement: string, act: () => void): Promise<void> {
		await holder.query('begin')
		await holder.query(statement)
		act()
		await expect.poll(heldBack, patience).toBeGreaterThan(0)
	}

	test('in the middle of a transaction keeps nobody waiting, and what it had begun is done once', async () => {
		const [late, quick] = [new Publisher(slow), new Publisher(others[0]!)]
		// The lock that all publishing needs is on a row that the first one makes.
		await quick.publish(1)
		let published: Promise<void> | undefined
		await holdBack('select from change_counter for update', () => {
			published = late.publish(1)
		})
		slow.pause()
		await holder.query('commit')
		// The paused process has the lock now.
		await quick.publish(1)
		expect(late.acknowledged).toEqual([])

		slow.resume()
		await published
		await expect.poll(() => quick.states(), patience).toEqual({ linked: 3 })
		expect(new Set(await Promise.all([...late.acknowledged, ...quick.acknowledged].map((id) => sandbox.topicOf(id)))).size).toBe(3)
	}, 60_000)

	test('E02 between making sure that the record is its own and creating the topic doubles nothing when it goes on', async () => {
		const publisher = new Publisher(slow)
		others.forEach((other) => other.pause())
		// Then it knows the forum's tags and settings, and creating is its only call.
		await publisher.publish(1)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 4 })
		const creations = () => replicas.calls.filter(({ method, path }) => method === 'POST' && path === '/posts.json').length
		const before = [creations(), (await sandbox.topics()).length]
		const state = 'select count(*) from topic_link where state = $1 and updated_at > now() - interval \'1 minute\''
		await holdBack('select from forum_gate for update', () => void publisher.publish(1))
		await expect.poll(() => count(state, 'sent'), patience).toBe(1)
		await expect.poll(heldBack, patience).toBeGreaterThan(0)
		slow.pause()
		await holder.query('commit')

		others.forEach((other) => other.resume())
		await expect.poll(() => new Publisher(others[0]!).states(), patience).toEqual({ linked: 5 })
		slow.resume()
		await expect.poll(() => slow.output(), patience).toContain(`need-${publisher.acknowledged[1]}`)
		await expect.poll(() => count('select count(*) from hint where record like \'need-%\''), patience).toBe(0)
		expect(creations()).toBeGreaterThan(before[0]!)
		expect((await sandbox.topics()).length).toBe(before[1]! + 1)
		expect(await publisher.states()).toEqual({ linked: 5 })
	}, 60_000)

	test('E49 while it reads a topic puts no older replies over newer ones when it goes on', async () => {
		const publisher = new Publisher(slow)
		others.forEach((other) => other.pause())
		await publisher.publish(1)
		await expect.poll(() => publisher.states(), patience).toEqual({ linked: 6 })
		const [id = ''] = publisher.acknowledged
		const topic = await sandbox.topicOf(id)
		const replies = () => count('select count(*) from reply where need_id = $1 and not deleted', id)
		await sandbox.reply(topic, 'Bonjour, la première réponse.')
		await expect.poll(replies, patience).toBe(1)
		await expect.poll(() => count('select count(*) from hint where record like \'need-%\''), patience).toBe(0)
		await sandbox.stumbleOver(topic, 1)
		await sandbox.reply(topic, 'Bonjour, la deuxième réponse.')
		await expect.poll(() => sandbox.faults(), patience).toEqual([])
		slow.pause()

		others.forEach((other) => other.resume())
		await sandbox.reply(topic, 'Bonjour, la troisième réponse.')
		await expect.poll(replies, patience).toBe(3)
		slow.resume()
		await expect.poll(() => slow.output(), patience).toMatch(new RegExp(`${id}[^\\n]*(Another worker|changed by somebody else)|(Another worker|changed by somebody else)[^\\n]*${id}`))
		expect(await replies()).toBe(3)
	}, 60_000)
})
