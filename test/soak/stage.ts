/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Database } from '../../discourse-connector/src/platform/database.ts'
import type { Cluster } from '../../discourse-connector/src/platform/testing-cluster.ts'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../demo/ports.ts'
import { addInstance } from '../../demo/provision.ts'
import { secretsOf } from '../../demo/world.ts'
import { createSandboxForum } from '../../discourse-connector/sandbox-forum/sandbox-forum.ts'
import { openServer } from '../../discourse-connector/src/platform/database-server.ts'
import { startCluster } from '../../discourse-connector/src/platform/testing-cluster.ts'
import { startBalancer } from './balancer.ts'
import { Cloud } from './cloud.ts'
import { LivelyForum } from './lively-forum.ts'
import { Replicas } from './replicas.ts'

export const REPLICAS = 3

/** Calls a minute that the connectors may make together: enough for all that people do, and little enough to be felt. */
export const BUDGET = 180

/** Everything that takes part. */
export interface Stage {
	cluster: Cluster
	database: Database
	replicas: Replicas
	cloud: Cloud
	lively: LivelyForum
	close(): Promise<void>
}

/**
 * Starts a database, a forum in this process, three connectors and a load balancer before them.
 *
 * @param random from 0 to below 1, for what happens on the forum
 * @throws {Error} when there is no PostgreSQL
 */
export async function openStage(random: () => number): Promise<Stage> {
	const closers: (() => unknown)[] = []
	const close = async () => {
		for (const closer of closers.splice(0).reverse()) {
			await closer()
		}
	}
	try {
		const folder = mkdtempSync(join(tmpdir(), 'emancipasso-soak-'))
		closers.push(() => rmSync(folder, { recursive: true, force: true }))
		const cluster = await startCluster({ durable: true })
		closers.push(cluster.stop)
		const balancer = await startBalancer()
		closers.push(balancer.close)
		const secrets = secretsOf(folder)
		const forumPort = await freePort() ?? 0
		const forum = createSandboxForum({ apiKey: secrets.apiKey, webhookUrl: `${balancer.url}/webhooks/discourse`, webhookSecret: secrets.webhookSecret, limits: { adminPerMinute: null } })
		await forum.listen(forumPort)
		closers.push(forum.close)
		const replicas = new Replicas(balancer)
		closers.push(() => replicas.stop())
		const world = { folder, secrets, ports: { connector: 0, preview: 0, forum: forumPort }, connectorEnv: environment(cluster.url, balancer.url, secrets.apiKey) }
		for (let number = 1; number <= REPLICAS; number++) {
			await replicas.add(world, `replica-${number}`)
		}
		const token = await addInstance(world, 'Soak')
		const database = await openServer(cluster.url)
		closers.push(database.close)
		return { cluster, database, replicas, cloud: new Cloud(balancer.url, token), lively: new LivelyForum(forum, random), close }
	} catch (error) {
		await close()
		throw error
	}
}

function environment(databaseUrl: string, publicUrl: string, apiKey: string): Record<string, string> {
	return {
		DATABASE_URL: databaseUrl,
		PUBLIC_URL: publicUrl,
		DISCOURSE_READ_API_KEY: apiKey,
		FORUM_CALLS_PER_MINUTE: String(BUDGET),
		FORUM_JOURNAL_SECONDS: '60',
		FORUM_LISTS_SECONDS: '60',
		PUBLICATIONS_PER_DAY: '1000',
		REQUESTS_PER_MINUTE: '100000',
		LOG_LEVEL: 'warn',
	}
}
